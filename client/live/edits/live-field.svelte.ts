import { type Fields, nestFields } from '../../../shared/core/merge-patch.ts';
import type { FieldSource } from '../../ui/field-editing.svelte.ts';
import type { Conflict, EditedBy, Flash, Saving } from '../../ui/field-presence.ts';
import { presenceColour } from '../../ui/presence-colour.ts';
import { LiveEdit } from './live-edit.svelte.ts';
import type { Live } from '../live.svelte.ts';
import { isOnItsWay } from './pending-edits.ts';
import type { Presence } from '../presence.svelte.ts';
import type { Single } from '../records.ts';

interface Surroundings {
  live: Live;
  presence: Presence;
  resource: Single;
  id: string;
  /** The dotted path, as in `contact.email`. */
  field: string;
  label: string;
  /** The value saved for an empty text: `''` for most fields, `null` for some. */
  empty?: null | '';
}

/**
 * One field of a record while it is edited. It is saved alone, on the version known when the
 * editing began: what others saved in other fields is kept, and what they saved in this one becomes
 * a conflict for the person to resolve.
 */
export class LiveField implements FieldSource {
  readonly #around: Surroundings;
  readonly #editing: LiveEdit;

  constructor(around: Surroundings) {
    const { live, resource, id: recordId, field, label } = around;
    this.#around = around;
    this.#editing = new LiveEdit({ live, resource, recordId, field, label });
  }

  get saving(): Saving {
    return this.#editing.saving;
  }

  get error(): string | undefined {
    return this.#editing.error;
  }

  /** The undo of the last save, while that is possible. */
  get undo(): (() => void) | undefined {
    return this.#editing.undo;
  }

  /** Somebody else's value that conflicts with what was typed here. */
  get conflict(): Conflict | undefined {
    const { conflict } = this.#editing;
    return conflict && { theirs: textOf(conflict.theirs), by: conflict.changedBy.displayName };
  }

  /** The present value of the record. */
  get value(): string {
    return this.#in(this.#around.live.store.get(this.#around.resource, this.#around.id));
  }

  /** The typed value that could not be saved; it is kept here, not in the record. */
  get mine(): string | undefined {
    const { edit } = this.#editing;
    return edit && !isOnItsWay(edit) ? this.#in(edit.patch) : undefined;
  }

  /** The other person who is editing the field. */
  get editedBy(): EditedBy | undefined {
    const { presence, id } = this.#around;
    const other = presence.editing(id, this.name);
    return other && { displayName: other.displayName, colour: presenceColour(other.accountId) };
  }

  /** The last save by somebody else while this page was open, unless one's own edit covers it. */
  get flash(): Flash | undefined {
    const { live, presence, resource, id, field } = this.#around;
    const touch = this.#editing.edit ? undefined : live.store.touch(resource, id, field);
    if (!touch || presence.isOneself(touch.accountId)) return undefined;
    const { displayName, at, accountId } = touch;
    return { displayName, at, colour: presenceColour(accountId) };
  }

  /** The name of the field in presence. */
  get name(): string {
    const { resource, id, field } = this.#around;
    return `${resource}:${id}:${field}`;
  }

  /** The person begins to edit: the present version is the base, and others see who is editing. */
  begin(): void {
    this.#editing.begin();
    this.#around.presence.take(this.name);
  }

  leave(): void {
    this.#around.presence.take(undefined);
  }

  /** While typing, errors can only disappear. */
  typed(): void {
    this.#editing.typed();
  }

  save(text: string): void {
    void this.#editing.save(this.#patch(text));
  }

  /**
   * The person's text overwrites the other value, which they have seen; only this field is sent.
   */
  keepMine(text: string): void {
    void this.#editing.keepMine(this.#patch(text));
  }

  takeTheirs(): void {
    this.#editing.drop();
  }

  #patch(text: string): Fields {
    const { field, empty = '' } = this.#around;
    const typed = text.trim();
    return nestFields({ [field]: typed === '' ? empty : typed });
  }

  #in(record: unknown): string {
    let value = record;
    for (const name of this.#around.field.split('.')) value = (value as Fields | undefined)?.[name];
    return textOf(value);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
