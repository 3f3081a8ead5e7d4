import { untrack } from 'svelte';
import type { FieldConflict } from '../../../shared/core/problem.ts';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import { ApiError } from '../../core/api.ts';
import { toldBriefly } from '../../core/refusals.ts';
import type { Saving } from '../../ui/field-presence.ts';
import type { Outcome } from './edit-outcome.ts';
import { ageWords } from './edit-words.ts';
import type { Live } from '../live.svelte.ts';
import { type Edit, type FieldOf, holds, isOnItsWay } from './pending-edits.ts';

interface Surroundings extends FieldOf {
  live: Live;
  label: string;
}

/**
 * How saving one field goes, wherever it is shown: what was saved, waits or was refused elsewhere
 * on the page, or on a page before it, is told here too.
 */
export class LiveEdit {
  readonly #live: Live;
  readonly #field: FieldOf & { label: string };
  /** What landed up to here is no news. */
  #told = $state(0);
  /** Of what went wrong the person has begun to make something else. */
  #leftBehind = $state<string>();
  #base: number | undefined;

  constructor({ live, resource, recordId, field, label }: Surroundings) {
    this.#live = live;
    this.#field = { resource, recordId, field, label };
    // Made while something is drawn, which is not to be drawn anew with everything that lands.
    this.#told = untrack(() => live.edits.landed);
  }

  get saving(): Saving {
    const { edits } = this.#live;
    const { edit } = this;
    if (edit && !isOnItsWay(edit)) return 'error';
    if (edit) return edits.isHeldUp ? 'waiting' : 'saving';
    return edits.landing(this.#field) > this.#told ? 'saved' : 'idle';
  }

  /** Why it was refused, in words for one line. */
  get error(): string | undefined {
    const { edit } = this;
    if (edit?.state === 'old') return `${ageWords(edit)}.`;
    if (edit?.state !== 'refused' || !edit.problem) return undefined;
    return toldBriefly(new ApiError(edit.problem));
  }

  /** Somebody else's value that stands against the one given here. */
  get conflict(): FieldConflict | undefined {
    return this.edit?.state === 'conflict' ? this.edit.problem?.conflicts?.[0] : undefined;
  }

  /** The edit that is not confirmed yet. */
  get edit(): Edit | undefined {
    const edit = this.#live.edits.of(this.#field);
    return edit?.id === this.#leftBehind ? undefined : edit;
  }

  /** The last save of this field is taken back, as long as that is possible. */
  get undo(): (() => void) | undefined {
    const { edits, undo } = this.#live;
    const undoable = undo.of(this.#field);
    const isLast = undoable?.landing === edits.landing(this.#field);
    if (!isLast || this.saving !== 'saved' || !this.#holds(undoable.after)) return undefined;
    return () => {
      undo.undo(undoable);
    };
  }

  /** The person begins: what is known now is what they edit. */
  begin(): void {
    this.#base = this.#version;
  }

  /** What was said of the last save is over; only a conflict stays, until it is decided. */
  typed(): void {
    this.#base ??= this.#version;
    this.#told = this.#live.edits.landed;
    if (this.edit?.state === 'refused' || this.edit?.state === 'old') {
      this.#leftBehind = this.edit.id;
    }
  }

  save(patch: Fields): Promise<Outcome> {
    const base = this.#base ?? this.#version ?? '*';
    this.#base = undefined;
    return this.#live.edits.save({ ...this.#field, patch, base });
  }

  /** The edit is put over theirs, which the person has seen and does not want. */
  keepMine(patch: Fields): Promise<Outcome> {
    const { edit } = this;
    if (edit?.state === 'conflict') return this.#live.edits.keep(edit, patch);
    this.begin();
    return this.save(patch);
  }

  /** The field stays as it is on record. */
  drop(): void {
    const edit = this.#live.edits.of(this.#field);
    if (edit && !isOnItsWay(edit)) this.#live.edits.discard(edit);
    this.#told = this.#live.edits.landed;
    this.begin();
  }

  /** Nobody else has changed it since, as far as it is known here. */
  #holds(part: Fields): boolean {
    const { resource, recordId } = this.#field;
    const record = this.#live.store.get(resource, recordId);
    return record !== undefined && holds(record, part, this.#live.types.of(resource).blank);
  }

  get #version(): number | undefined {
    const { resource, recordId } = this.#field;
    return this.#live.store.confirmed(resource, recordId)?.version;
  }
}
