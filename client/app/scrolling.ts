interface Kept {
  scroll?: number;
}

/** So long after it last grew a page is taken to be whole. */
const WHOLE_AFTER_MS = 1_000;

/**
 * The page keeps with each entry of the history how far down its page was read, and goes there when
 * one comes back. The browser would do so at once, when the rows that were read are not there yet;
 * and what comes late above them, such as a bar, would move the place that was reached.
 */
export class Scrolling {
  #wanted: number | undefined;
  #growth: ResizeObserver | undefined;
  #whole: ReturnType<typeof setTimeout> | undefined;

  start(): void {
    history.scrollRestoration = 'manual';
    this.#wanted = kept().scroll;
    addEventListener('popstate', () => {
      this.#end();
      this.#wanted = kept().scroll ?? 0;
    });
    addEventListener('scrollend', () => {
      if (this.#wanted === undefined) this.#keep();
    });
    for (const own of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      addEventListener(own, () => {
        this.#end();
      });
    }
  }

  /** The page is drawn; what it lists may still be on its way. */
  settle(): void {
    if (this.#wanted === undefined) return;
    this.#growth ??= new ResizeObserver(() => {
      this.#reach();
    });
    this.#growth.observe(document.body);
    this.#reach();
  }

  #reach(): void {
    const wanted = this.#wanted ?? 0;
    if (document.documentElement.scrollHeight - innerHeight < wanted) return;
    scrollTo({ top: wanted, behavior: 'instant' });
    clearTimeout(this.#whole);
    this.#whole = setTimeout(() => {
      this.#end();
    }, WHOLE_AFTER_MS);
  }

  #end(): void {
    clearTimeout(this.#whole);
    this.#growth?.disconnect();
    this.#wanted = undefined;
  }

  #keep(): void {
    history.replaceState({ ...kept(), scroll: Math.round(scrollY) }, '');
  }
}

function kept(): Kept {
  return (history.state ?? {}) as Kept;
}
