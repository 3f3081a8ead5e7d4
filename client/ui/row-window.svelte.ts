import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** Up to here the browser copes with a table by itself; finding in the page and printing just work. */
const FEW = 200;
const SPARE = 12;
const HEIGHT = 40;

interface Expected {
  /** So many rows are drawn whole: fewer, where several tables stand side by side. */
  few?: number;
  /** How high a row will be: what is drawn before the first can be measured. Pixels. */
  height?: number;
}

/**
 * Which rows of a long table are worth drawing: those in sight and a few around them.
 * Rows are taken to be equally high, as high as the first one drawn.
 */
export class RowWindow {
  readonly #count: () => number;
  readonly #few: number;
  #height = $state(HEIGHT);
  #first = $state(0);
  #fitting = $state(0);
  #whole = $state(false);

  constructor(count: () => number, { few = FEW, height = HEIGHT }: Expected = {}) {
    this.#count = count;
    this.#few = few;
    this.#height = height;
    this.#fitting = fittingAt(height);
  }

  readonly windowed = $derived.by(() => this.#count() > this.#few && !this.#whole);
  readonly from = $derived.by(() =>
    this.windowed ? Math.max(0, Math.min(this.#first, this.#count() - this.#fitting) - SPARE) : 0,
  );
  readonly to = $derived.by(() =>
    this.windowed ? Math.min(this.#count(), this.#first + this.#fitting + SPARE) : this.#count(),
  );
  /** The room that the rows before and after would take. */
  readonly before = $derived(this.from * this.#height);
  readonly after = $derived.by(() => (this.#count() - this.to) * this.#height);

  /** For the element that holds the rows. */
  readonly watch: Attachment<HTMLElement> = (body) => {
    const look = (): void => {
      const row = body.querySelector<HTMLElement>('[data-row]');
      if (row && row.offsetHeight > 0) this.#height = row.offsetHeight;
      const hidden = -body.getBoundingClientRect().top;
      this.#first = Math.max(0, Math.floor(hidden / this.#height));
      this.#fitting = fittingAt(this.#height);
    };
    const print = (whole: boolean) => () => {
      flushSync(() => (this.#whole = whole));
    };
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('scroll', look, { capture: true, passive: true, signal });
    addEventListener('resize', look, { signal });
    addEventListener('beforeprint', print(true), { signal });
    addEventListener('afterprint', print(false), { signal });
    look();
    return () => {
      listening.abort();
    };
  };
}

function fittingAt(height: number): number {
  return Math.ceil(innerHeight / height);
}
