import type { FieldConflict } from '../../shared/core/problem.ts';
import { type Fields, nestFields } from '../../shared/core/merge-patch.ts';
import { ApiError } from '../core/api.ts';
import { toldBriefly } from '../core/refusals.ts';
import type { Live, Single } from './live.svelte.ts';
import type { Touch } from './store.svelte.ts';

interface Surroundings {
  live: Live;
  resource: Single;
  id: string;
  /** Dotted, as in `contact.email`. */
  field: string;
  /** What the empty text stands for: most fields hold `''`, some `null`. */
  empty?: null | '';
}

/**
 * One field of a record in somebody's hands: saved alone, on the version that was known when the
 * editing began, so that what others saved in other fields meanwhile is kept, and what they saved
 * in this one is put to the person.
 */
export class LiveField {
  readonly #around: Surroundings;
  #saving = $state<'idle' | 'saving' | 'saved' | 'error'>('idle');
  #error = $state<string>();
  #conflict = $state.raw<FieldConflict>();
  #base: number | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get saving(): 'idle' | 'saving' | 'saved' | 'error' {
    return this.#saving;
  }

  get error(): string | undefined {
    return this.#error;
  }

  /** Somebody else's value that stands against what was typed here. */
  get conflict(): { theirs: string; by: string } | undefined {
    const conflict = this.#conflict;
    return conflict && { theirs: textOf(conflict.theirs), by: conflict.changedBy.displayName };
  }

  /** What the record says now. */
  get value(): string {
    let value: unknown = this.#record;
    for (const name of this.#around.field.split('.')) value = (value as Fields | undefined)?.[name];
    return textOf(value);
  }

  /** Who changed it last, while this page was looking. */
  get touch(): Touch | undefined {
    const { live, resource, id, field } = this.#around;
    return live.store.touch(resource, id, field);
  }

  /** As presence names it. */
  get name(): string {
    const { resource, id, field } = this.#around;
    return `${resource}:${id}:${field}`;
  }

  /** The person begins: what is known now is what they edit. */
  begin(): void {
    this.#base = this.#record?.version;
  }

  /** While typing errors only go away. */
  typed(): void {
    this.#error = undefined;
    if (this.#saving !== 'saving') this.#saving = 'idle';
  }

  async save(text: string): Promise<void> {
    await this.#send(text, this.#base ?? this.#record?.version ?? '*');
  }

  /** Sends it over theirs, which the person has seen and does not want. Only this field is sent. */
  async keepMine(text: string): Promise<void> {
    this.#conflict = undefined;
    await this.#send(text, '*');
  }

  takeTheirs(): void {
    this.#conflict = undefined;
    this.#error = undefined;
    this.#saving = 'idle';
    this.begin();
  }

  async #send(text: string, version: number | '*'): Promise<void> {
    const { live, resource, id, field, empty = '' } = this.#around;
    const typed = text.trim();
    this.#saving = 'saving';
    this.#error = undefined;
    try {
      const patch = nestFields({ [field]: typed === '' ? empty : typed });
      const record = await live.save(resource, id, patch, version);
      this.#base = record.version;
      this.#saving = 'saved';
    } catch (error) {
      this.#saving = 'error';
      this.#conflict = conflictIn(error);
      if (!this.#conflict) this.#error = toldBriefly(error);
    }
  }

  get #record() {
    return this.#around.live.store.get(this.#around.resource, this.#around.id);
  }
}

function conflictIn(error: unknown): FieldConflict | undefined {
  return error instanceof ApiError ? error.problem.conflicts?.[0] : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
