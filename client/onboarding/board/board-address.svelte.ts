import { ListAddress } from '../../core/list-address.ts';
import type { OnboardingState, Side } from '../../../shared/onboarding/contract.ts';
import { type Grouping, groupings } from './columns.ts';

type Shown = OnboardingState | 'all';
const shownStates: readonly Shown[] = ['in-progress', 'done', 'all'];
export const views = ['board', 'table', 'funnel'] as const;
export type View = (typeof views)[number];
const sides: readonly Side[] = ['own', 'parent', 'platform', 'outside'];

/** What the board shows and how, in the address of its page: a link shows the same to others. */
export class BoardAddress {
  readonly #address = new ListAddress();
  #asked = $state.raw<Readonly<Record<string, string | undefined>>>({});

  constructor() {
    this.#asked = this.#address.all;
  }

  get at(): string | undefined {
    return this.#asked['at'];
  }

  get by(): Grouping {
    return groupings.find((each) => each === this.#asked['by']) ?? 'step';
  }

  get view(): View {
    return views.find((each) => each === this.#asked['view']) ?? 'board';
  }

  get state(): Shown {
    return shownStates.find((each) => each === this.#asked['state']) ?? 'in-progress';
  }

  get waitsOn(): Side | undefined {
    return sides.find((each) => each === this.#asked['waitsOn']);
  }

  get isStalledOnly(): boolean {
    return this.#asked['stalled'] === 'true';
  }

  get isNarrowed(): boolean {
    return this.waitsOn !== undefined || this.isStalledOnly || this.state !== 'in-progress';
  }

  /** Asks for something else; `undefined` is what is usual. */
  ask(change: Readonly<Record<string, string | undefined>>): void {
    this.#asked = { ...this.#asked, ...change };
    this.#address.set(this.#asked);
  }
}
