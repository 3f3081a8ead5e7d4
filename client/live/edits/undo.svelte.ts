import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { Answered } from './edit-outcome.ts';
import type { Edits } from './edits.svelte.ts';
import { type Edit, type FieldOf, holds, isSameField, partOf } from './pending-edits.ts';

/** An own edit that was saved and can be taken back. */
export interface Undoable extends FieldOf {
  label: string;
  recordName: string;
  /** What it replaced, and what it set. */
  before: Fields;
  after: Fields;
  /** The version that it made: whatever came after it is not to be undone by the way. */
  version: number;
  /** Its number among all edits that landed. */
  landing: number;
}

const MOST = 20;

/**
 * One's own saved edits, the last on top. Undoing one is an edit like any other, on the version
 * that it had made: where somebody changed the field since, the server refuses, and theirs stays.
 */
export class Undo {
  readonly #edits: Edits;
  #stack = $state.raw<readonly Undoable[]>([]);

  constructor(edits: Edits) {
    this.#edits = edits;
    edits.onAnswered((answered) => {
      if (answered.is === 'saved') this.#note(answered);
    });
  }

  /** What would be undone. */
  get next(): Undoable | undefined {
    return this.#stack.at(-1);
  }

  /** The last that was saved in a field. */
  of(field: FieldOf): Undoable | undefined {
    return this.#stack.findLast((each) => isSameField(each, field));
  }

  /** The stack undoes one, the last if none is named. */
  undo(undoable: Undoable | undefined = this.next): void {
    if (!undoable || !this.#stack.includes(undoable)) return;
    this.#stack = this.#stack.filter((each) => each !== undoable);
    const { resource, recordId, field, label, before, after, version } = undoable;
    void this.#edits.save({
      resource,
      recordId,
      field,
      label,
      patch: before,
      before: after,
      base: version,
      isUndo: true,
    });
  }

  clear(): void {
    this.#stack = [];
  }

  #note({ edit, version }: Answered & { is: 'saved' }): void {
    if (edit.isUndo) this.#uncover(edit, version);
    else if (!holds(edit.before, edit.patch)) this.#push(edit, version);
  }

  #push({ resource, recordId, field, label, recordName, ...edit }: Edit, version: number): void {
    const { before, patch: after } = edit;
    const name = { resource, recordId, field, label, recordName };
    const undoable = { ...name, before, after, version, landing: this.#edits.landed };
    this.#stack = [...this.#stack, undoable].slice(-MOST);
  }

  /**
   * Undoing made the field again what an earlier edit had set: that one now stands on this version.
   * Not so where somebody else came in between, for then the field is theirs again.
   */
  #uncover(undone: Edit, version: number): void {
    const at = this.#stack.findLastIndex((each) => isSameField(each, undone));
    const earlier = this.#stack[at];
    if (!earlier || !holds(earlier.after, partOf(undone.patch, earlier.after))) return;
    this.#stack = this.#stack.with(at, { ...earlier, version });
  }
}
