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
  /** Dotted, as in `contact.email`. */
  field: string;
  /** What people call it. */
  label: string;
  /** What the empty text stands for: most fields hold `''`, some `null`. */
  empty?: null | '';
}

/**
 * One field of a record in somebody's hands: saved alone, on the version that was known when the
 * editing began, so that what others saved in other fields meanwhile is kept, and what they saved
 * in this one is put to the person.
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

  /** The last save is taken back, as long as that is possible. */
  get undo(): (() => void) | undefined {
    return this.#editing.undo;
  }

  /** Somebody else's value that stands against what was typed here. */
  get conflict(): Conflict | undefined {
    const { conflict } = this.#editing;
    return conflict && { theirs: textOf(conflict.theirs), by: conflict.changedBy.displayName };
  }

  /** What the record says now. */
  get value(): string {
    return this.#in(this.#around.live.store.get(this.#around.resource, this.#around.id));
  }

  /** What was typed and could not be saved: it waits here for the person, not in the record. */
  get mine(): string | undefined {
    const { edit } = this.#editing;
    return edit && !isOnItsWay(edit) ? this.#in(edit.patch) : undefined;
  }

  /** Who else has it in hand. */
  get editedBy(): EditedBy | undefined {
    const { presence, id } = this.#around;
    const other = presence.editing(id, this.name);
    return other && { displayName: other.displayName, colour: presenceColour(other.accountId) };
  }

  /** What somebody else saved last, while this page was looking, unless one's own covers it. */
  get flash(): Flash | undefined {
    const { live, presence, resource, id, field } = this.#around;
    const touch = this.#editing.edit ? undefined : live.store.touch(resource, id, field);
    if (!touch || presence.isOneself(touch.accountId)) return undefined;
    const { displayName, at, accountId } = touch;
    return { displayName, at, colour: presenceColour(accountId) };
  }

  /** As presence names it. */
  get name(): string {
    const { resource, id, field } = this.#around;
    return `${resource}:${id}:${field}`;
  }

  /** The person begins: what is known now is what they edit, and others see it in their hand. */
  begin(): void {
    this.#editing.begin();
    this.#around.presence.take(this.name);
  }

  leave(): void {
    this.#around.presence.take(undefined);
  }

  /** While typing errors only go away. */
  typed(): void {
    this.#editing.typed();
  }

  save(text: string): void {
    void this.#editing.save(this.#patch(text));
  }

  /**
   * The text is sent over theirs, which the person has seen and does not want. Only this field is
   * sent.
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
