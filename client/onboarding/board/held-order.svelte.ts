import type { OnboardingSummary } from '../../../shared/onboarding/contract.ts';
import type { BoardColumn } from './columns.ts';
import { asHeld, asItIs, type ShownColumn } from './held-cards.ts';

/**
 * Nothing moves under the pointer: the column that somebody is in keeps its cards in their order,
 * with their numbers and bars current, until they leave it. What left it meanwhile stays, dimmed.
 */
export class HeldOrder {
  readonly #columns: () => readonly BoardColumn[];
  readonly #find: (id: string) => OnboardingSummary | undefined;
  #held = $state.raw<{ key: string; title: string; ids: readonly string[] }>();

  constructor(
    columns: () => readonly BoardColumn[],
    find: (id: string) => OnboardingSummary | undefined,
  ) {
    this.#columns = columns;
    this.#find = find;
  }

  readonly columns = $derived.by<readonly ShownColumn[]>(() => {
    const held = this.#held;
    const shown = this.#columns().map((column) =>
      column.key === held?.key ? asHeld(column, held.ids, this.#find) : asItIs(column),
    );
    if (held && !shown.some(({ key }) => key === held.key)) {
      shown.push(asHeld({ ...held, cards: [] }, held.ids, this.#find));
    }
    return shown;
  });

  /** Somebody is in a column, with the pointer or the focus. */
  hold(key: string): void {
    if (this.#held?.key === key) return;
    const column = this.#columns().find((each) => each.key === key);
    if (column) this.#held = { key, title: column.title, ids: column.cards.map(({ id }) => id) };
  }

  /** They want to see what has moved, and stay: from here on it is kept as it is then. */
  renew(key: string): void {
    this.release(key);
    this.hold(key);
  }

  /** They have left it. */
  release(key: string): void {
    if (this.#held?.key === key) this.#held = undefined;
  }
}
