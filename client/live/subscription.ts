import type { Topic } from '../../shared/access/actions.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { Change, Scope } from '../../shared/live/contract.ts';
import type { Proof } from './proof.ts';

/** What to follow; without `topics`, all that the person may. */
export interface Asked {
  scope: Scope;
  organisationId: string;
  topics?: readonly Topic[];
}

/** One subscription of the socket, shared by all who need it. */
export interface Subscription {
  readonly asked: Asked;
  /** `waiting` for the line or for the answer. */
  state: 'waiting' | 'joined' | 'refused';
  granted: readonly Topic[];
  problem: Problem | undefined;
  /** Everything up to this number of the log has been seen; `undefined` before the first read. */
  seq: number | undefined;
  proof: Proof | undefined;
  users: number;
}

/** Who is told what becomes of subscriptions. */
export interface SubscriptionEvents {
  changes: (changes: readonly Change[]) => void;
  /** What was read before can no longer be continued: read anew. */
  reset: (subscription: Subscription) => void;
  /** Topics came to it or went from it, perhaps all. */
  regranted: (subscription: Subscription) => void;
  /** The log began another history: nothing known holds. */
  renewed: () => void;
  /** The way down to a record as it was known before a change, by ids. */
  pathBefore: (change: Change) => readonly string[] | undefined;
}

/** A subscription that has its first user and is not joined yet. */
export function newSubscription(asked: Asked): Subscription {
  return {
    ...{ asked, state: 'waiting', granted: [], users: 1 },
    ...{ problem: undefined, seq: undefined, proof: undefined },
  };
}

/** Whether what happens at the end of `path` belongs to what is followed. */
export function shows({ scope, organisationId }: Asked, path: readonly string[]): boolean {
  if (scope === 'record') return path.at(-1) === organisationId;
  if (scope === 'children') return path.at(-2) === organisationId;
  return path.includes(organisationId);
}

/** What tells one from another. */
export const keyOf = ({ scope, organisationId, topics }: Asked): string =>
  `${scope}:${organisationId}:${topics?.join() ?? '*'}`;

export function sameTopics(some: readonly Topic[], others: readonly Topic[]): boolean {
  return some.length === others.length && some.every((topic) => others.includes(topic));
}

/**
 * The part of a subscription that nobody else follows; nothing, where others need all of it. The
 * server holds one of each scope, with the topics of all that were asked for.
 */
export function leftBy(
  { asked, granted }: Subscription,
  others: readonly Subscription[],
): Asked | undefined {
  const { scope, organisationId } = asked;
  const alike = others.filter(
    (other) => other.asked.scope === scope && other.asked.organisationId === organisationId,
  );
  if (alike.length === 0) return asked;
  if (alike.some((other) => other.asked.topics === undefined)) return undefined;
  const needed = new Set(alike.flatMap((other) => other.asked.topics ?? []));
  const topics = (asked.topics ?? granted).filter((topic) => !needed.has(topic));
  return topics.length > 0 ? { scope, organisationId, topics } : undefined;
}
