import type { OnboardingSummary } from '../../../shared/onboarding/contract.ts';
import type { BoardColumn } from './columns.ts';

/** A card where it is shown, and whether it does not belong there any more. */
export interface ShownCard {
  card: OnboardingSummary;
  isGone: boolean;
}

/** A column with its cards as they are shown. */
export interface ShownColumn {
  key: string;
  title: string;
  cards: readonly ShownCard[];
  /** How many cards came, went or changed places since the column is held. */
  moved: number;
}

/** The column as it is now. */
export function asItIs({ key, title, cards }: BoardColumn): ShownColumn {
  return { key, title, cards: cards.map(shownAs), moved: 0 };
}

/** The column with the cards that it is held with, in their order; what left it is marked. */
export function asHeld(
  { key, title, cards }: BoardColumn,
  ids: readonly string[],
  find: (id: string) => OnboardingSummary | undefined,
): ShownColumn {
  const now = cards.map(({ id }) => id);
  const [isNow, wasHeld] = [new Set(now), new Set(ids)];
  const shown = ids.flatMap((id) => {
    const card = find(id);
    return card ? [isNow.has(id) ? shownAs(card) : { card, isGone: true }] : [];
  });
  const gone = shown.filter(({ isGone }) => isGone).length;
  const come = now.filter((id) => !wasHeld.has(id)).length;
  const stayed = ids.filter((id) => isNow.has(id));
  const turned = now.filter((id) => wasHeld.has(id)).filter((id, at) => id !== stayed[at]);
  return { key, title, cards: shown, moved: gone + come + turned.length };
}

const known = new WeakMap<OnboardingSummary, ShownCard>();

/** The same object for the same card, so that a change draws only the card that it changed. */
function shownAs(card: OnboardingSummary): ShownCard {
  const shown = known.get(card) ?? { card, isGone: false };
  known.set(card, shown);
  return shown;
}
