import { mentionOf } from '../../../shared/onboarding/mentions.ts';
import type { Option } from '../../ui/field.ts';

/** What stands after an at sign before the caret, which begins a word. */
const asking = /(?:^|\s)@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/u;

/** Somebody who is mentioned, and how they stand in the text. */
interface Chosen {
  name: string;
  id: string;
}

/** A note while it is written: people stand in it by their names, and go out by their ids. */
export class NoteDraft {
  text = $state('');
  #chosen: readonly Chosen[] = [];

  get isEmpty(): boolean {
    return this.text.trim() === '';
  }

  /** What is typed of a name at the caret; `undefined` where nobody is being mentioned. */
  askedAt(caret: number): string | undefined {
    return asking.exec(this.text.slice(0, caret))?.[1];
  }

  /** Somebody is put in place of what was typed of their name; answers where the caret goes. */
  mention({ value: id, label }: Option, caret: number): number {
    const from = caret - (this.askedAt(caret)?.length ?? 0) - 1;
    const name = this.#nameFor(id, label);
    this.#chosen = [...this.#chosen, { name, id }];
    const rest = this.text.slice(caret);
    const before = `${this.text.slice(0, from)}${name} `;
    this.text = before + rest.replace(/^ /u, '');
    return before.length;
  }

  /** The text as the note keeps it: longer names first, as one may begin with another. */
  toText(): string {
    const chosen = [...this.#chosen].sort((one, other) => other.name.length - one.name.length);
    return chosen.reduce(
      (text, { name, id }) => text.replaceAll(name, () => mentionOf(id)),
      this.text.trim(),
    );
  }

  clear(): void {
    this.text = '';
    this.#chosen = [];
  }

  /** Of two people with one name, the second stands in the text with a number. */
  #nameFor(id: string, label: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? `@${label}` : `@${label} ${String(count)}`;
      const taken = this.#chosen.find((each) => each.name === name);
      if (!taken || taken.id === id) return name;
    }
  }
}
