import type { OnboardingSummary } from '../../../shared/onboarding/contract.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { en } from '../words.en.ts';
import { currentStepText } from '../step-text.ts';
import { words } from './words.ts';

/** What the columns of the board stand for. */
export const groupings = ['step', 'waitsOn', 'owner', 'parent'] as const;
export type Grouping = (typeof groupings)[number];

/** A column with its cards, in their order. */
export interface BoardColumn {
  key: string;
  title: string;
  cards: readonly OnboardingSummary[];
}

const DONE = 'done';
const NONE = '';
const stepOrder: readonly string[] = Object.keys(en.steps);
const sideOrder: readonly string[] = ['own', 'parent', 'platform', 'outside'];

/** The onboardings in columns, each in the order that they have; those that are done are the last. */
export function columnsOf(sorted: readonly OnboardingSummary[], by: Grouping): BoardColumn[] {
  const groups = Map.groupBy(sorted, (each) => keyOf(each, by));
  return [...groups]
    .map(([key, cards]) => ({ key, title: titleOf(key, cards[0], by), cards }))
    .sort((one, other) => rankOf(one, by) - rankOf(other, by) || byTitle(one, other));
}

function keyOf({ state, currentStep, waitsOn, owner, parent }: OnboardingSummary, by: Grouping) {
  if (state === 'done') return DONE;
  const keys = { step: currentStep, waitsOn, owner: owner?.id, parent: parent?.id };
  return keys[by] ?? NONE;
}

function titleOf(key: string, card: OnboardingSummary | undefined, by: Grouping): string {
  if (key === DONE) return words.finished;
  if (by === 'step') return card ? currentStepText(card) : key;
  if (by === 'waitsOn') return card?.waitsOn ? words.sides[card.waitsOn] : words.nobody;
  if (by === 'owner') return card?.owner?.displayName ?? words.nobody;
  return card?.parent?.displayName ?? words.noParent;
}

/** Steps and sides have their order; the rest goes by name, and what has none before it. */
function rankOf({ key }: BoardColumn, by: Grouping): number {
  if (key === DONE) return 1_000;
  if (key === NONE) return -1;
  const order = by === 'step' ? stepOrder : by === 'waitsOn' ? sideOrder : [];
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
}

function byTitle(one: BoardColumn, other: BoardColumn): number {
  return formats().compare(one.title, other.title);
}
