/**
 * Going somewhere, from the press to the page. What was pressed is marked at once by `data-going`,
 * in whatever way its component draws that.
 */
export class Going {
  #to = $state.raw<string>();
  #fault = $state.raw<unknown>();
  #pressed: Element | undefined;
  #run = 0;

  /** Where somebody is on the way to. */
  get to(): string | undefined {
    return this.#to;
  }

  /** Why the page that was wanted could not be drawn. */
  get fault(): unknown {
    return this.#fault;
  }

  fail(error: unknown): void {
    this.#fault = error;
  }

  /** The router goes `way`, unless somebody goes elsewhere meanwhile. */
  async follow(to: string, pressed: Element | undefined, way: () => Promise<unknown>) {
    const run = (this.#run += 1);
    this.#mark(pressed);
    this.#to = to;
    try {
      await way();
    } finally {
      if (run === this.#run) {
        this.#mark(undefined);
        this.#to = undefined;
      }
    }
  }

  #mark(pressed: Element | undefined): void {
    this.#pressed?.removeAttribute('data-going');
    this.#pressed = pressed;
    pressed?.setAttribute('data-going', '');
  }
}
