/* eslint-disable svelte/prefer-svelte-reactivity -- sets only serve one computation, and are not watched */
import type { OnboardingSummary } from '../../../shared/onboarding/contract.ts';
import type { BoardColumn } from './columns.ts';

/** A card where it is shown, and whether it does not belong there any more. */
export interface ShownCard {
  card: OnboardingSummary;
  isGone: boolean;
}

export interface ShownColumn {
  key: string;
  title: string;
  cards: readonly ShownCard[];
  /** How many cards came, went or changed places since the column is held. */
  moved: number;
}

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
      column.key === held?.key ? this.#asHeld(column, held.ids) : asItIs(column),
    );
    if (held && !shown.some(({ key }) => key === held.key)) {
      shown.push(this.#asHeld({ ...held, cards: [] }, held.ids));
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

  #asHeld({ key, title, cards }: BoardColumn, ids: readonly string[]): ShownColumn {
    const now = cards.map(({ id }) => id);
    const [isNow, wasHeld] = [new Set(now), new Set(ids)];
    const shown = ids.flatMap((id) => {
      const card = this.#find(id);
      return card ? [isNow.has(id) ? shownAs(card) : { card, isGone: true }] : [];
    });
    const gone = shown.filter(({ isGone }) => isGone).length;
    const come = now.filter((id) => !wasHeld.has(id)).length;
    const stayed = ids.filter((id) => isNow.has(id));
    const turned = now.filter((id) => wasHeld.has(id)).filter((id, at) => id !== stayed[at]);
    return { key, title, cards: shown, moved: gone + come + turned.length };
  }
}

function asItIs({ key, title, cards }: BoardColumn): ShownColumn {
  return { key, title, cards: cards.map(shownAs), moved: 0 };
}

const known = new WeakMap<OnboardingSummary, ShownCard>();

/** The same object for the same card, so that a change draws only the card that it changed. */
function shownAs(card: OnboardingSummary): ShownCard {
  const shown = known.get(card) ?? { card, isGone: false };
  known.set(card, shown);
  return shown;
}
