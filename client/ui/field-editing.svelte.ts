import type { Conflict, EditedBy, Flash, Saving } from './field-presence.ts';
import { words } from './words.ts';

/** The source of a field that is edited in place: its text comes from there, and is saved there. */
export interface FieldSource {
  /** The field's name in the record, by which a page finds it. */
  readonly name?: string;
  readonly value: string;
  /** What was given and could not be saved: it stands in the field, not the value. */
  readonly mine: string | undefined;
  readonly saving: Saving;
  readonly error: string | undefined;
  readonly conflict?: Conflict | undefined;
  readonly editedBy?: EditedBy | undefined;
  readonly flash?: Flash | undefined;
  /** The last save is taken back, as long as that is possible. */
  readonly undo?: (() => void) | undefined;
  begin?(): void;
  typed(): void;
  leave?(): void;
  save(text: string): unknown;
  /** A source without it saves what is kept like anything else. */
  keepMine?(text: string): unknown;
  takeTheirs(): void;
}

interface Surroundings {
  source: () => FieldSource;
  /** An emptied field is restored: there is always a text. */
  isNeverEmpty?: boolean;
}

/**
 * A field in somebody's hands, however it is drawn, from the first letter until the text is saved.
 *
 * What is typed lives here and not in the record, so that a change by somebody else never wipes
 * it; and it gives way to the record as soon as it is saved, so that nobody looks at an old draft.
 */
export class FieldEditing {
  readonly #source: () => FieldSource;
  readonly #isNeverEmpty: boolean;
  #typed = $state<string>();
  /** What is on its way, from saving it until the source is done with that. */
  #sent = $state<string>();
  /** What was on record before the first letter. */
  #base = $state('');
  /** What was on record before the last text was sent: it may fall back to that. */
  #former = $state<string>();
  #isFocused = $state(false);
  #isByShortcut = $state(false);

  constructor({ source, isNeverEmpty = false }: Surroundings) {
    this.#source = source;
    this.#isNeverEmpty = isNeverEmpty;
  }

  /** What the field shows. */
  get text(): string {
    const { mine, value } = this.#source();
    return this.#typed ?? mine ?? value;
  }

  get isUnsent(): boolean {
    return this.#typed !== undefined && this.#typed !== this.#sent;
  }

  /** The text stays that leaving did not save: whoever typed it decides. */
  get isLeftUnsaved(): boolean {
    return !this.#isFocused && this.isUnsent && !this.#isAsOnRecord && !this.conflict;
  }

  get saving(): Saving {
    return this.#sent === undefined ? this.#source().saving : 'saving';
  }

  /** Somebody else's value that stands against the text here: saved before it, or while it is typed. */
  get conflict(): Conflict | undefined {
    const { conflict, flash, value } = this.#source();
    if (conflict || !this.#isOvertaken) return conflict;
    return { theirs: value, by: flash?.displayName ?? words.somebody };
  }

  /** Somebody else's value that has just come, unless it is spoken of already. */
  get flash(): Flash | undefined {
    return this.conflict ? undefined : this.#source().flash;
  }

  /** A single key leads in, perhaps by mistake: only Enter saves what follows, not leaving it. */
  beginByShortcut(): void {
    this.#isByShortcut = true;
  }

  begin(): void {
    this.#isFocused = true;
    const source = this.#source();
    if (source.saving === 'idle' || source.saving === 'saved') this.#former = undefined;
    source.begin?.();
  }

  type(text: string): void {
    this.#take(text);
    this.#source().typed();
  }

  leave(): void {
    this.#isFocused = false;
    if (!this.#isByShortcut || this.#isAsOnRecord) this.save();
    if (!this.isUnsent) this.#isByShortcut = false;
    this.#source().leave?.();
  }

  /** The text waits while another stands against it: only the person decides. */
  save(): void {
    if (!this.isUnsent || this.conflict) return;
    if (this.#isNothingNew) this.restore();
    else void this.#send((text) => this.#source().save(text));
  }

  /** What was refused is tried once more, as it is. */
  enter(): void {
    if (this.#source().saving === 'error' && !this.conflict) this.#take(this.text);
    this.save();
  }

  keepMine(): void {
    const source = this.#source();
    if (this.#isNothingNew) return this.restore();
    this.#take(this.text);
    this.#base = source.value;
    void this.#send((text) => (source.keepMine ? source.keepMine(text) : source.save(text)));
  }

  /** The field shows the record again: theirs is taken, or what was typed is let go. */
  restore(): void {
    this.#typed = undefined;
    this.#former = undefined;
    this.#isByShortcut = false;
    this.#source().takeTheirs();
  }

  /** The field is left without a change too: the next key must not land in it. */
  escape(event: KeyboardEvent): void {
    event.preventDefault();
    if (this.text !== this.#source().value) this.restore();
    if (event.target instanceof HTMLElement) event.target.blur();
  }

  #take(text: string): void {
    if (this.#typed === undefined) this.#base = this.#source().value;
    this.#typed = text;
  }

  async #send(save: (text: string) => unknown): Promise<void> {
    const { text } = this;
    this.#former = this.#base;
    this.#isByShortcut = false;
    this.#sent = text;
    try {
      await save(text);
      if (this.#typed === text) this.#typed = undefined;
    } finally {
      if (this.#sent === text) this.#sent = undefined;
      // What is typed from here on stands on what this save left, not on what was before it.
      this.#base = this.#source().value;
    }
  }

  /** Somebody saved another value while this one was being typed. */
  get #isOvertaken(): boolean {
    const known = [this.#base, this.#former, this.#typed?.trim()];
    return this.isUnsent && !known.includes(this.#source().value);
  }

  get #isAsOnRecord(): boolean {
    return this.text.trim() === this.#source().value;
  }

  get #isNothingNew(): boolean {
    return this.#isAsOnRecord || (this.#isNeverEmpty && this.text.trim() === '');
  }
}
