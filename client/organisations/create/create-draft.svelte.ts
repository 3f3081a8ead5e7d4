import type { Organisation } from '../../../shared/organisations/contract.ts';
import { createOrganisation } from '../../../shared/organisations/endpoints.ts';
import { hasBarrier, hasBilling } from '../../../shared/organisations/hierarchy.ts';
import { type Api, ApiError } from '../../core/api.ts';
import { newKey } from '../../core/new-key.ts';
import { Persisted } from '../../core/persisted.svelte.ts';
import { toldBriefly } from '../../core/refusals.ts';
import type { Live } from '../../live/live.svelte.ts';
import type { errorsOf } from './create-errors.ts';
import { type DraftErrors, type DraftField, type Kind, requestOf } from './create-request.ts';

export type Step = 'basics' | 'billing' | 'review';

type Values = Partial<Record<DraftField, string>>;

/** The module that judges a request by the schemas of the contract. */
interface Judging {
  errorsOf: typeof errorsOf;
}

interface Stored {
  values: Values;
  step: Step;
  /** Sent with every try of this draft, so that a lost answer never creates twice. */
  key: string;
}

/**
 * An organisation that is being written down and does not exist yet. It is kept in the browser
 * for each parent and kind until it is created, so that neither a reload nor a lost connection
 * costs what was typed.
 */
export class CreateDraft {
  readonly kind: Kind;
  readonly parentId: string;
  readonly #stored: Persisted<Stored>;
  readonly #loaded: Promise<void>;
  #errorsOf = $state.raw<Judging['errorsOf']>();
  #errors = $state.raw<DraftErrors>({});
  #failure = $state<string>();
  #isSending = $state(false);

  /** `load` brings what judges a request: the schemas, which are too big to wait for. */
  constructor(parentId: string, kind: Kind, load: () => Promise<Judging>) {
    this.parentId = parentId;
    this.kind = kind;
    const fresh: Stored = { values: {}, step: 'basics', key: newKey() };
    this.#loaded = load().then(({ errorsOf }) => {
      this.#errorsOf = errorsOf;
    });
    this.#stored = new Persisted(`draft:${parentId}:${kind}`, fresh, isStored);
  }

  readonly steps = $derived.by<readonly Step[]>(() =>
    hasBilling(this.kind) ? ['basics', 'billing', 'review'] : ['basics', 'review'],
  );

  readonly #request = $derived.by(() => requestOf(this, (field) => this.value(field)));
  readonly #wrong = $derived.by<DraftErrors>(
    () => this.#errorsOf?.(this.#request, (field) => this.value(field)) ?? {},
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
    const error = this.#wrong[field];
    if (error !== undefined) this.#errors = { ...this.#errors, [field]: error };
  }

  /** The form goes to a step, if those before it are in order; else to the first that is not. */
  async go(step: Step): Promise<void> {
    await this.#loaded;
    const before = this.steps.slice(0, this.steps.indexOf(step));
    const open = before.find((each) => !this.#check(each));
    this.#stored.current = { ...this.#stored.current, step: open ?? step };
  }

  async next(): Promise<void> {
    const next = this.steps[this.steps.indexOf(this.step) + 1];
    if (next) await this.go(next);
  }

  isDone(step: Step): boolean {
    if (step === 'review' || !this.#errorsOf) return false;
    return !Object.keys(this.#wrong).some((field) => stepOf(field) === step);
  }

  /** Whether it is closed from the start, so that only whoever is invited with it gets in. */
  get isClosed(): boolean {
    return hasBarrier(this.kind) && this.value('managementMode') === 'self-managed';
  }

  discard(): void {
    this.#stored.forget();
  }

  /**
   * The organisation is created; answers with it, or with `undefined` where something has to be mended
   * first.
   */
  async create(api: Api, live: Live): Promise<Organisation | undefined> {
    this.#isSending = true;
    this.#failure = undefined;
    try {
      const given = { body: this.#request, key: this.#stored.current.key };
      const { data, seq } = await api.call(createOrganisation, given);
      live.store.takeRecord('organisation', data, seq);
      this.#stored.forget();
      return data;
    } catch (error) {
      await this.#take(error);
      return undefined;
    } finally {
      this.#isSending = false;
    }
  }

  /**
   * The draft puts the server's refusals beside their fields, and goes to the first step that has
   * one.
   */
  async #take(error: unknown): Promise<void> {
    const fields = error instanceof ApiError ? error.fields : [];
    this.#errors = Object.fromEntries(fields.map(({ path, message }) => [fieldOf(path), message]));
    const first = fields[0]?.path;
    if (first === undefined) this.#failure = toldBriefly(error);
    else await this.go(stepOf(first));
  }

  #check(step: Step): boolean {
    const wrong = Object.entries(this.#wrong).filter(([field]) => stepOf(field) === step);
    this.#errors = { ...this.#errors, ...Object.fromEntries(wrong) };
    return wrong.length === 0;
  }
}

function stepOf(field: string): Step {
  return field.startsWith('billing.') ? 'billing' : 'basics';
}

/** The field under which a refusal is shown: an address that is taken is that of who is invited. */
function fieldOf(path: string): string {
  return path === 'email' ? 'firstAdministrator.email' : path;
}

function isStored(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'values' in value && 'key' in value;
}
