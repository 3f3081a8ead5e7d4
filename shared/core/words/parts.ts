/** What is drawn within a sentence, such as a link: the snippet of a component. */
export type Slot = (...parameters: never[]) => unknown;

interface Drawn {
  readonly slot: Slot;
  /** The words within it, where it takes some. */
  readonly text?: string | undefined;
}

/** A sentence in pieces, for `Sentence.svelte`. */
export type Parts = readonly (string | Drawn)[];

/** A sentence that something is drawn within: ``parts`Read ${within(link, 'the log')} first.` ``. */
export function parts(texts: TemplateStringsArray, ...values: (string | Slot | Drawn)[]): Parts {
  return texts
    .flatMap((text, at) => [text, ...values.slice(at, at + 1)])
    .map((part) => (typeof part === 'function' ? { slot: part } : part))
    .filter((part) => part !== '');
}

/** A slot with words of the sentence in it. */
export function within(slot: Slot, text: string): Drawn {
  return { slot, text };
}
