import type { Billing } from '../../shared/organisations/contract.ts';
import { LiveEdit } from '../live/edits/live-edit.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Saving } from '../ui/field-presence.ts';
import { words } from './words.ts';

export type Address = Billing['address'];
export const addressFields = ['line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;
export type AddressField = (typeof addressFields)[number];

/** Another person's value for a field that is changed here too. */
export interface Clash {
  theirs: string;
  by: string;
}

/**
 * An address in somebody's hands. It is saved as a whole, but only the touched lines are sent, on
 * the version that was known when the first was touched; what others save meanwhile shows in the
 * lines that were not. What could not be saved is in hand again, also after a reload.
 */
export class AddressDraft {
  readonly #live: Live;
  readonly #id: string;
  readonly #editing: LiveEdit;
  #typed = $state.raw<Partial<Address>>({});
  /** Of what could not be saved: the lines that were typed anew, or decided, since. */
  #settled = $state.raw<readonly AddressField[]>([]);
  #dropped = $state.raw<readonly AddressField[]>([]);

  constructor(live: Live, id: string) {
    this.#live = live;
    this.#id = id;
    this.#editing = new LiveEdit({
      live,
      resource: 'billing',
      recordId: id,
      field: 'address',
      label: words.address,
    });
  }

  get isTouched(): boolean {
    return Object.keys(this.#mine).length > 0;
  }

  get saving(): Saving {
    return this.#editing.saving;
  }

  get undo(): (() => void) | undefined {
    return this.#editing.undo;
  }

  /** Why it was refused, where no single line says it. */
  get error(): string | undefined {
    const { edit, error } = this.#editing;
    return edit?.problem?.errors === undefined ? error : undefined;
  }

  value(field: AddressField): string {
    return this.#mine[field] ?? this.#shown?.[field] ?? '';
  }

  errorOf(field: AddressField): string | undefined {
    if (this.#settled.includes(field)) return undefined;
    const errors = this.#editing.edit?.problem?.errors;
    return errors?.find(({ path }) => lastOf(path) === field)?.message;
  }

  clashOf(field: AddressField): Clash | undefined {
    if (this.#settled.includes(field)) return undefined;
    const conflicts = this.#editing.edit?.problem?.conflicts;
    const found = conflicts?.find((conflict) => lastOf(conflict.field) === field);
    return found && { theirs: String(found.theirs), by: found.changedBy.displayName };
  }

  type(field: AddressField, text: string): void {
    if (!this.isTouched) this.#editing.begin();
    const isSame = text === this.#shown?.[field];
    this.#typed = isSame ? without(this.#typed, field) : { ...this.#typed, [field]: text };
    if (this.clashOf(field) === undefined) this.#settle(field);
    if (isSame) this.#dropped = [...this.#dropped, field];
  }

  takeTheirs(field: AddressField): void {
    this.#typed = without(this.#typed, field);
    this.#dropped = [...this.#dropped, field];
    this.#settle(field);
    if (!this.isTouched) this.drop();
  }

  keepMine(field: AddressField): void {
    this.#settle(field);
  }

  /** The address stays as it is on record. */
  drop(): void {
    this.#clear();
    this.#editing.drop();
  }

  /** The address is saved; answers whether it is out of hand: saved, or on its way. */
  async save(): Promise<boolean> {
    if (!this.isTouched || addressFields.some((field) => this.clashOf(field))) return false;
    const patch = { address: this.#mine };
    const sent = this.#editing.conflict ? this.#editing.keepMine(patch) : this.#editing.save(patch);
    this.#clear();
    const { is } = await sent;
    return is === 'saved' || is === 'waiting';
  }

  #settle(field: AddressField): void {
    this.#settled = [...this.#settled, field];
  }

  #clear(): void {
    this.#typed = {};
    this.#settled = [];
    this.#dropped = [];
  }

  /** What is typed, over what was given before and could not be saved. */
  get #mine(): Partial<Address> {
    const { edit } = this.#editing;
    const isStuck = edit?.state === 'conflict' || edit?.state === 'refused';
    const kept = isStuck ? (edit.patch['address'] as Partial<Address>) : {};
    return { ...this.#dropped.reduce(without, kept), ...this.#typed };
  }

  get #shown(): Address | undefined {
    return this.#live.store.get('billing', this.#id)?.address;
  }
}

function without(fields: Partial<Address>, field: AddressField): Partial<Address> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
