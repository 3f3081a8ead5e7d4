import type { Page } from '@playwright/test';

/** How evenly a page draws. */
export interface Frames {
  perSecond: number;
  longestMs: number;
}

const PIXELS_A_FRAME = 120;
const ROW_PIXELS = 28;

/** Scrolls an element, a few rows each frame, and begins again at its end. */
export async function scrollFrames(page: Page, selector: string, forMs: number): Promise<Frames> {
  return framesOf(await page.evaluate(drawFrames, { selector, forMs, step: PIXELS_A_FRAME }));
}

/** The frames of a page on which nothing happens. */
export async function idleFrames(page: Page, forMs: number): Promise<Frames> {
  return framesOf(await page.evaluate(drawFrames, { selector: 'body', forMs, step: 0 }));
}

/** Fills a page with rows that nothing makes windows of, but the browser need not draw unseen. */
export async function plainRows(page: Page, count: number): Promise<void> {
  const row = (index: number) => `<p>Row ${index}</p>`;
  await page.setContent(`
    <style>
      #rows { block-size: 800px; inline-size: 320px; overflow: auto; }
      p { margin: 0; block-size: ${ROW_PIXELS}px; content-visibility: auto; }
    </style>
    <div id="rows">${Array.from({ length: count }, (_, index) => row(index)).join('')}</div>`);
}

/** Runs in the page: how long each frame took. */
function drawFrames({ selector, forMs, step }: { selector: string; forMs: number; step: number }) {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  const durations: number[] = [];
  return new Promise<number[]>((resolve) => {
    let begunAt = 0;
    let last = 0;
    const draw = (at: number) => {
      if (last > 0) durations.push(at - last);
      else begunAt = at;
      last = at;
      const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
      if (step > 0) element.scrollTop = isAtEnd ? 0 : element.scrollTop + step;
      if (at - begunAt < forMs) requestAnimationFrame(draw);
      else resolve(durations);
    };
    requestAnimationFrame(draw);
  });
}

function framesOf(durations: number[]): Frames {
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  return { perSecond: (durations.length / total) * 1_000, longestMs: Math.max(...durations) };
}
