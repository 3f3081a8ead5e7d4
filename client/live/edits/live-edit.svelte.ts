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
 * The saving state of one field, the same wherever it is shown: it also covers edits made elsewhere
 * on the page or on an earlier page.
 */
export class LiveEdit {
  readonly #live: Live;
  readonly #field: FieldOf & { label: string };
  /** The number of saved edits that are no longer reported. */
  #told = $state(0);
  /** The failed edit that the person has begun to replace. */
  #leftBehind = $state<string>();
  #base: number | undefined;

  constructor({ live, resource, recordId, field, label }: Surroundings) {
    this.#live = live;
    this.#field = { resource, recordId, field, label };
    // Read untracked, since a view that creates this must not rerender with every saved edit.
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

  /** Somebody else's conflicting value. */
  get conflict(): FieldConflict | undefined {
    return this.edit?.state === 'conflict' ? this.edit.problem?.conflicts?.[0] : undefined;
  }

  /** The edit that is not confirmed yet. */
  get edit(): Edit | undefined {
    const edit = this.#live.edits.of(this.#field);
    return edit?.id === this.#leftBehind ? undefined : edit;
  }

  /** The undo of the field's last save, while that is possible. */
  get undo(): (() => void) | undefined {
    const { edits, undo } = this.#live;
    const undoable = undo.of(this.#field);
    const isLast = undoable?.landing === edits.landing(this.#field);
    if (!isLast || this.saving !== 'saved' || !this.#holds(undoable.after)) return undefined;
    return () => {
      undo.undo(undoable);
    };
  }

  /** The person begins to edit; the present version is the base. */
  begin(): void {
    this.#base = this.#version;
  }

  /** Messages about the last save end; only a conflict stays, until it is resolved. */
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

  /** The person's value overwrites the other one, which they have seen. */
  keepMine(patch: Fields): Promise<Outcome> {
    const { edit } = this;
    if (edit?.state === 'conflict') return this.#live.edits.keep(edit, patch);
    this.begin();
    return this.save(patch);
  }

  /** The person's value is dropped, and the field stays as saved. */
  drop(): void {
    const edit = this.#live.edits.of(this.#field);
    if (edit && !isOnItsWay(edit)) this.#live.edits.discard(edit);
    this.#told = this.#live.edits.landed;
    this.begin();
  }

  /** Whether the field still holds these values, as far as known here. */
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
