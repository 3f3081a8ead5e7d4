import type { Page } from '@playwright/test';

/** Rows are marked like this wherever the client draws lists of records. */
const ROW = '[data-row]';

interface Watching {
  rows: Set<Element>;
  stop: () => void;
}

/**
 * How many rows of a page a change touches, and how many show what it says: an attribute, a text
 * or a part of the row that changed, or a row that was put in.
 */
export async function rowsTouched(
  page: Page,
  text: string,
  change: () => Promise<void>,
): Promise<{ touched: number; showing: number }> {
  const watching = await page.evaluateHandle(watch, ROW);
  await change();
  await page.locator(ROW, { hasText: text }).first().waitFor();
  await page.waitForLoadState('networkidle');
  return page.evaluate(
    ({ watched, row, said }) => {
      watched.stop();
      const all = [...document.querySelectorAll(row)];
      const showing = all.filter((element) => element.textContent.includes(said)).length;
      return { touched: watched.rows.size, showing };
    },
    { watched: watching, row: ROW, said: text },
  );
}

/** Runs in the page. */
function watch(row: string): Watching {
  const rows = new Set<Element>();
  const note = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const found = element?.closest(row);
    if (found) rows.add(found);
    else element?.querySelectorAll(row).forEach((inside) => rows.add(inside));
  };
  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'childList') addedNodes.forEach(note);
      const element = target instanceof Element ? target : target.parentElement;
      const found = element?.closest(row);
      if (found) rows.add(found);
    }
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  return { rows, stop: () => observer.disconnect() };
}
