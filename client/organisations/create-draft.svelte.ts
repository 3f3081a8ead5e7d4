import type {
  CreateOrganisation,
  NewBilling,
  Organisation,
} from '../../shared/organisations/contract.ts';
import { createOrganisation } from '../../shared/organisations/endpoints.ts';
import { hasBarrier, hasBilling } from '../../shared/organisations/hierarchy.ts';
import { type Api, ApiError, type Given } from '../core/api.ts';
import { newKey } from '../core/new-key.ts';
import { Persisted } from '../core/persisted.svelte.ts';
import { toldBriefly } from '../core/refusals.ts';
import type { Live } from '../live/live.svelte.ts';

export type Kind = CreateOrganisation['kind'];
export type Step = 'basics' | 'billing' | 'review';

/** The fields of the wizard, flat, by the dotted path under which the server refuses them. */
export type DraftField =
  | 'displayName'
  | 'description'
  | 'externalId'
  | 'managementMode'
  | 'firstAdministrator.displayName'
  | 'firstAdministrator.email'
  | 'billing.contact.name'
  | 'billing.contact.email'
  | 'billing.contact.phone'
  | `billing.address.${keyof NewBilling['address']}`
  | 'billing.currency'
  | 'billing.taxId';

type Values = Partial<Record<DraftField, string>>;

interface Stored {
  values: Values;
  step: Step;
  /** Sent with every try of this draft, so that a lost answer never creates twice. */
  key: string;
}

const needed: Record<Step, readonly DraftField[]> = {
  basics: ['displayName'],
  billing: [
    'billing.contact.name',
    'billing.contact.email',
    'billing.address.line1',
    'billing.address.city',
    'billing.address.country',
    'billing.currency',
  ],
  review: [],
};

const missing: Partial<Record<DraftField, string>> = {
  displayName: 'Give it a name.',
  'firstAdministrator.displayName': 'Name who administers it: nobody else can enter it.',
  'firstAdministrator.email': 'Give an e-mail address.',
  'billing.contact.name': 'Name somebody.',
  'billing.contact.email': 'Give an e-mail address.',
  'billing.address.line1': 'Give the street and number.',
  'billing.address.city': 'Give the city.',
  'billing.address.country': 'Choose a country.',
  'billing.currency': 'Choose a currency.',
};

/**
 * An organisation that is being written down and does not exist yet. It is kept in the browser
 * for each parent and kind until it is created, so that neither a reload nor a lost connection
 * costs what was typed.
 */
export class CreateDraft {
  readonly kind: Kind;
  readonly parentId: string;
  readonly #stored: Persisted<Stored>;
  #errors = $state.raw<Partial<Record<DraftField, string>>>({});
  #failure = $state<string>();
  #isSending = $state(false);

  constructor(parentId: string, kind: Kind) {
    this.parentId = parentId;
    this.kind = kind;
    const fresh: Stored = { values: {}, step: 'basics', key: newKey() };
    this.#stored = new Persisted(`draft:${parentId}:${kind}`, fresh, isStored);
  }

  readonly steps = $derived.by<readonly Step[]>(() =>
    hasBilling(this.kind) ? ['basics', 'billing', 'review'] : ['basics', 'review'],
  );

  get step(): Step {
    return this.#stored.current.step;
  }

  get failure(): string | undefined {
    return this.#failure;
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  get isTouched(): boolean {
    return Object.values(this.#stored.current.values).some((value) => value !== '');
  }

  value(field: DraftField): string {
    return this.#stored.current.values[field] ?? '';
  }

  error(field: DraftField): string | undefined {
    return this.#errors[field];
  }

  /** What is typed takes the field's error away, and makes this another request than the last. */
  type(field: DraftField, text: string): void {
    const { values, step } = this.#stored.current;
    this.#stored.current = {
      values: { ...values, [field]: text },
      step,
      key: newKey(),
    };
    this.#failure = undefined;
    if (this.#errors[field] !== undefined) this.#errors = { ...this.#errors, [field]: undefined };
  }

  /** Leaving a field shows what is wrong with it. */
  leave(field: DraftField): void {
    const error = this.#wrong(field);
    if (error !== undefined) this.#errors = { ...this.#errors, [field]: error };
  }

  /** Goes to a step, if those before it are in order; else to the first that is not. */
  go(step: Step): void {
    const before = this.steps.slice(0, this.steps.indexOf(step));
    const open = before.find((each) => !this.#check(each));
    this.#stored.current = { ...this.#stored.current, step: open ?? step };
  }

  next(): void {
    const next = this.steps[this.steps.indexOf(this.step) + 1];
    if (next) this.go(next);
  }

  isDone(step: Step): boolean {
    return (
      this.#needed(step).every((field) => this.#wrong(field) === undefined) && step !== 'review'
    );
  }

  /** Whether it is closed from the start, so that only whoever is invited with it gets in. */
  get isClosed(): boolean {
    return hasBarrier(this.kind) && this.value('managementMode') === 'self-managed';
  }

  discard(): void {
    this.#stored.forget();
  }

  /** Creates it; answers with it, or with `undefined` where something has to be mended first. */
  async create(api: Api, live: Live): Promise<Organisation | undefined> {
    this.#isSending = true;
    this.#failure = undefined;
    try {
      const given = { body: this.#request(), key: this.#stored.current.key };
      const { data, seq } = await api.call(createOrganisation, given);
      live.store.takeRecord('organisation', data, seq);
      this.#stored.forget();
      return data;
    } catch (error) {
      this.#take(error);
      return undefined;
    } finally {
      this.#isSending = false;
    }
  }

  #request(): Given<typeof createOrganisation>['body'] {
    const text = (field: DraftField): string => this.value(field).trim();
    const billing = {
      contact: {
        name: text('billing.contact.name'),
        email: text('billing.contact.email'),
        phone: text('billing.contact.phone'),
      },
      address: {
        line1: text('billing.address.line1'),
        line2: text('billing.address.line2'),
        postalCode: text('billing.address.postalCode'),
        city: text('billing.address.city'),
        region: text('billing.address.region'),
        country: text('billing.address.country'),
      },
      currency: text('billing.currency'),
      taxId: text('billing.taxId') || null,
    };
    return {
      kind: this.kind,
      parentId: this.parentId,
      displayName: text('displayName'),
      description: text('description'),
      externalId: text('externalId') || null,
      ...(hasBarrier(this.kind) && {
        managementMode: this.isClosed ? 'self-managed' : 'managed',
      }),
      ...(this.isClosed && {
        firstAdministrator: {
          displayName: text('firstAdministrator.displayName'),
          email: text('firstAdministrator.email'),
        },
      }),
      ...(hasBilling(this.kind) && { billing }),
    };
  }

  /** Puts the server's refusals beside their fields, and goes to the first step that has one. */
  #take(error: unknown): void {
    const fields = error instanceof ApiError ? error.fields : [];
    this.#errors = Object.fromEntries(fields.map(({ path, message }) => [fieldOf(path), message]));
    const first = fields[0]?.path;
    if (first === undefined) this.#failure = toldBriefly(error);
    else this.go(first.startsWith('billing.') ? 'billing' : 'basics');
  }

  #needed(step: Step): readonly DraftField[] {
    const first = ['firstAdministrator.displayName', 'firstAdministrator.email'] as const;
    return step === 'basics' && this.isClosed ? [...needed.basics, ...first] : needed[step];
  }

  #check(step: Step): boolean {
    const wrong = this.#needed(step).flatMap((field) => {
      const error = this.#wrong(field);
      return error === undefined ? [] : [[field, error] as const];
    });
    this.#errors = { ...this.#errors, ...Object.fromEntries(wrong) };
    return wrong.length === 0;
  }

  #wrong(field: DraftField): string | undefined {
    const text = this.value(field).trim();
    if (text === '') return missing[field];
    const isMail = field === 'billing.contact.email' || field === 'firstAdministrator.email';
    return isMail && !/^\S+@\S+\.\S+$/.test(text) ? 'This is not an e-mail address.' : undefined;
  }
}

/** The field under which a refusal is shown: an address that is taken is that of who is invited. */
function fieldOf(path: string): string {
  return path === 'email' ? 'firstAdministrator.email' : path;
}

function isStored(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'values' in value && 'key' in value;
}
