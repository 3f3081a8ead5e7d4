import type { OnboardingStep, Side } from '../../shared/onboarding/contract.ts';
import {
  completeStep,
  editStep,
  reopenStep,
  startOnboarding,
  waiveStep,
} from '../../shared/onboarding/endpoints.ts';
import { setManagementMode } from '../../shared/organisations/endpoints.ts';
import { parentAt, sideAt } from '../../shared/onboarding/sides.ts';
import type { Api } from '../core/api.ts';
import { accountPath, organisationPath } from '../core/paths.ts';
import type { Session } from '../core/session.svelte.ts';
import { Here, type Whereabouts } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { words } from './words.ts';

interface Surroundings extends Whereabouts {
  api: Api;
}

/** What can be set of a step by hand. */
interface Edit {
  ownerId?: string | null;
  dueOn?: string | null;
  waitsOn?: Side | null;
  blocked?: string | null;
}

const closed: readonly string[] = ['done', 'waived'];

/** The onboarding of one organisation as both sides share it, and what the person can do about it. */
export class OnboardingDesk {
  readonly here: Here;
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;

  constructor({ api, ...whereabouts }: Surroundings) {
    this.#api = api;
    this.#live = whereabouts.live;
    this.#session = whereabouts.session;
    this.here = new Here(whereabouts);
  }

  get id(): string {
    return this.here.id;
  }

  /** Whether the inside is open to the person; else only the outline is. */
  get isOpen(): boolean {
    return this.here.may('progress.view');
  }

  get query() {
    return this.#live.list('onboarding', this.id);
  }

  get stepsQuery() {
    return this.#live.list('onboardingStep', this.id);
  }

  get outlineQuery() {
    return this.#live.list('onboardingState', this.id);
  }

  readonly summary = $derived.by(() => this.query.data?.[0]);
  readonly outline = $derived.by(() => this.outlineQuery.data?.[0]);
  readonly steps = $derived.by<readonly OnboardingStep[]>(() =>
    [...(this.stepsQuery.data ?? [])].sort((one, other) => one.position - other.position),
  );

  readonly closed = $derived(this.steps.filter(({ state }) => closed.includes(state)));
  readonly later = $derived(this.steps.filter(({ state }) => state === 'later'));
  readonly #ready = $derived(
    this.steps.filter(({ state }) => state !== 'later' && !closed.includes(state)),
  );

  /** The side that the person acts for here; nobody's from between the platform and the parent. */
  readonly side = $derived.by<Side | undefined>(() => {
    const way = this.here.place ?? [];
    const held = this.#session.grants.map(({ organisation }) => organisation.id);
    return sideAt(
      way,
      way.findLastIndex(({ id }) => held.includes(id)),
    );
  });

  /** What the person's side owes comes first, and of that the first. */
  readonly next = $derived.by<OnboardingStep | undefined>(
    () => this.#ready.find((step) => this.isOurs(step)) ?? this.#ready[0],
  );
  readonly yours = $derived(this.#ready.filter((step) => step !== this.next && this.isOurs(step)));
  readonly others = $derived(
    this.#ready.filter((step) => step !== this.next && !this.isOurs(step)),
  );

  readonly whyNot = $derived.by(() => this.here.whyNot('onboarding.edit'));
  readonly whyNotStart = $derived.by(() => this.here.whyNot('onboarding.start'));
  readonly whyNotChoose = $derived.by(() => this.here.whyNot('organisation.setManagementMode'));

  /** Whether the step is up to the person's side. */
  isOurs({ side, waitsOn, owner }: OnboardingStep): boolean {
    if (owner?.id === this.#session.accountId) return true;
    const owing = waitsOn ?? side;
    return (
      owing === this.side ||
      (owing === 'platform' && this.side === 'parent' && this.#parentAt === 0)
    );
  }

  /**
   * The page where a step is done. A page of one's own is that of an administrator inside; others
   * look at who those are.
   */
  hrefOf({ href }: OnboardingStep): string | null {
    return href === accountPath && this.side !== 'own'
      ? organisationPath(this.id, 'accounts')
      : href;
  }

  /** The open steps that this one comes after. */
  openBefore({ after }: OnboardingStep): OnboardingStep[] {
    return this.steps.filter(({ key, state }) => after.includes(key) && !closed.includes(state));
  }

  isMine({ owner }: OnboardingStep): boolean {
    return owner?.id === this.#session.accountId;
  }

  /** A side by the name of who stands there. */
  nameOf(side: Side): string {
    const way = this.here.place ?? [];
    const [platform, own] = [way[0], way.at(-1)];
    const link = { own, parent: way[this.#parentAt], platform, outside: undefined }[side];
    return link?.displayName ?? words.sides[side];
  }

  async start(): Promise<void> {
    await this.#api.call(startOnboarding, { id: this.id });
    await Promise.all([this.query.reload(), this.stepsQuery.reload()]);
  }

  complete(step: OnboardingStep): Promise<void> {
    return this.#take(this.#api.call(completeStep, { id: this.id, step: step.key }));
  }

  reopen(step: OnboardingStep): Promise<void> {
    return this.#take(this.#api.call(reopenStep, { id: this.id, step: step.key }));
  }

  waive(step: OnboardingStep, reason: string): Promise<void> {
    const given = { id: this.id, step: step.key, body: { reason } };
    return this.#take(this.#api.call(waiveStep, given));
  }

  edit(step: OnboardingStep, body: Edit): Promise<void> {
    const given = { id: this.id, step: step.key, body, version: step.version };
    return this.#take(this.#api.call(editStep, given));
  }

  takeOn(step: OnboardingStep): Promise<void> {
    return this.edit(step, { ownerId: this.#session.accountId ?? null });
  }

  /** Says that it stays as it is, which is a decision too. */
  async keepManaged(): Promise<void> {
    const body = { managementMode: 'managed' as const };
    const { data, seq } = await this.#api.call(setManagementMode, { id: this.id, body });
    this.#live.store.takeRecord('organisation', data, seq);
  }

  get #parentAt(): number {
    return parentAt(this.here.place ?? []);
  }

  async #take(call: Promise<{ data: OnboardingStep; seq?: number | undefined }>): Promise<void> {
    const { data, seq } = await call;
    this.#live.store.takeRecord('onboardingStep', data, seq);
  }
}
