import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { Answered } from './edit-outcome.ts';
import type { Edits } from './edits.svelte.ts';
import { type Edit, type FieldOf, holds, isSameField, partOf } from './pending-edits.ts';

/** One's own saved edit that can be undone. */
export interface Undoable extends FieldOf {
  label: string;
  recordName: string;
  /** What it replaced, and what it set. */
  before: Fields;
  after: Fields;
  /** The version that it created: later changes must not be undone along with it. */
  version: number;
  /** Its number among all saved edits. */
  landing: number;
}

const MOST = 20;

/**
 * The undo stack of one's own saved edits. Undoing is an edit like any other, on the version that
 * the undone one created: where somebody changed the field since, the server refuses, and their
 * value stays.
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

  /** The last saved edit of a field. */
  of(field: FieldOf): Undoable | undefined {
    return this.#stack.findLast((each) => isSameField(each, field));
  }

  /** An edit is undone, by default the last. */
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
   * Undoing restored the value of an earlier edit, which now stands on this version; unless
   * somebody else changed the field in between, since then its value is theirs.
   */
  #uncover(undone: Edit, version: number): void {
    const at = this.#stack.findLastIndex((each) => isSameField(each, undone));
    const earlier = this.#stack[at];
    if (!earlier || !holds(earlier.after, partOf(undone.patch, earlier.after))) return;
    this.#stack = this.#stack.with(at, { ...earlier, version });
  }
}
