import type { Billing } from '../../shared/organisations/contract.ts';
import { ApiError } from '../core/api.ts';
import { toldBriefly } from '../core/refusals.ts';
import type { Live } from '../live/live.svelte.ts';

export type Address = Billing['address'];
export const addressFields = ['line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;
export type AddressField = (typeof addressFields)[number];

type Errors = Partial<Record<AddressField, string | undefined>>;

/** Another person's value for a field that is changed here too. */
export interface Clash {
  theirs: string;
  by: string;
}

/**
 * An address in somebody's hands. It is saved as a whole, but only the touched lines are sent, on
 * the version that was known when the first was touched; what others save meanwhile shows in the
 * lines that were not.
 */
export class AddressDraft {
  readonly #live: Live;
  readonly #id: string;
  #typed = $state.raw<Partial<Address>>({});
  #errors = $state.raw<Errors>({});
  #clashes = $state.raw<Partial<Record<AddressField, Clash>>>({});
  #base: number | undefined;
  saving = $state<'idle' | 'saving' | 'saved' | 'error'>('idle');
  error = $state<string>();

  constructor(live: Live, id: string) {
    this.#live = live;
    this.#id = id;
  }

  get isTouched(): boolean {
    return Object.keys(this.#typed).length > 0;
  }

  value(field: AddressField): string {
    return this.#typed[field] ?? this.#billing?.address[field] ?? '';
  }

  errorOf(field: AddressField): string | undefined {
    return this.#errors[field];
  }

  clashOf(field: AddressField): Clash | undefined {
    return this.#clashes[field];
  }

  type(field: AddressField, text: string): void {
    if (!this.isTouched) this.#base = this.#billing?.version;
    const same = text === this.#billing?.address[field];
    this.#typed = same ? without(this.#typed, field) : { ...this.#typed, [field]: text };
    this.#errors = { ...this.#errors, [field]: undefined };
    this.saving = 'idle';
  }

  takeTheirs(field: AddressField): void {
    this.#typed = without(this.#typed, field);
    this.#settle(field);
  }

  keepMine(field: AddressField): void {
    this.#settle(field);
    // Theirs has been seen: what is sent next is meant to replace it.
    this.#base = this.#billing?.version;
  }

  drop(): void {
    this.#typed = {};
    this.#errors = {};
    this.#clashes = {};
    this.error = undefined;
    this.saving = 'idle';
  }

  async save(): Promise<void> {
    if (!this.isTouched || Object.keys(this.#clashes).length > 0) return;
    this.saving = 'saving';
    this.error = undefined;
    try {
      const patch = { address: this.#typed };
      await this.#live.save('billing', this.#id, patch, this.#base ?? '*');
      this.drop();
      this.saving = 'saved';
    } catch (failure) {
      this.saving = 'error';
      this.#take(failure);
    }
  }

  #settle(field: AddressField): void {
    this.#clashes = without(this.#clashes, field);
  }

  #take(failure: unknown): void {
    const problem = failure instanceof ApiError ? failure.problem : undefined;
    const lines = problem?.errors?.map(({ path, message }) => [lastOf(path), message]) ?? [];
    this.#errors = Object.fromEntries(lines) as Errors;
    this.#clashes = Object.fromEntries(
      problem?.conflicts?.map(({ field, theirs, changedBy }) => [
        lastOf(field),
        { theirs: String(theirs), by: changedBy.displayName },
      ]) ?? [],
    );
    if (lines.length === 0 && !problem?.conflicts) this.error = toldBriefly(failure);
  }

  get #billing(): Billing | undefined {
    return this.#live.store.get('billing', this.#id);
  }
}

function without<T extends object>(fields: T, field: AddressField): T {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field)) as T;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
