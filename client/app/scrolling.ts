interface Kept {
  scroll?: number;
}

/**
 * The page keeps with each entry of the history how far down its page was read, and goes there when
 * one comes back. The browser would do so at once, when the rows that were read are not there yet.
 */
export class Scrolling {
  #wanted: number | undefined;
  #growth: ResizeObserver | undefined;

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
    this.#end();
  }

  #end(): void {
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
