import type { Topic } from '../../shared/access/actions.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { Change, Scope } from '../../shared/live/contract.ts';
import type { Proof } from './proof.ts';

/** The records to follow; without `topics`, all topics that the person may view. */
export interface Asked {
  scope: Scope;
  organisationId: string;
  topics?: readonly Topic[];
}

/** A live subscription on the socket, shared by all its users. */
export interface Subscription {
  readonly asked: Asked;
  /** The state is `waiting` until the connection is up and the server has answered. */
  state: 'waiting' | 'joined' | 'refused';
  granted: readonly Topic[];
  problem: Problem | undefined;
  /** The log's number up to which all changes were received; `undefined` before the first read. */
  seq: number | undefined;
  proof: Proof | undefined;
  users: number;
}

/** The callbacks for events of subscriptions. */
export interface SubscriptionEvents {
  changes: (changes: readonly Change[]) => void;
  /** The subscription cannot be resumed, so its data has to be read again. */
  reset: (subscription: Subscription) => void;
  /** Topics were granted or withdrawn, perhaps all. */
  regranted: (subscription: Subscription) => void;
  /** The log has a new epoch, so all data is outdated. */
  renewed: () => void;
  /** The path to a record as known before a change, by ids. */
  pathBefore: (change: Change) => readonly string[] | undefined;
}

/** A new subscription with its first user, not joined yet. */
export function newSubscription(asked: Asked): Subscription {
  return {
    ...{ asked, state: 'waiting', granted: [], users: 1 },
    ...{ problem: undefined, seq: undefined, proof: undefined },
  };
}

/** Whether a subscription covers the organisation at the end of `path`. */
export function shows({ scope, organisationId }: Asked, path: readonly string[]): boolean {
  if (scope === 'record') return path.at(-1) === organisationId;
  if (scope === 'children') return path.at(-2) === organisationId;
  return path.includes(organisationId);
}

export const keyOf = ({ scope, organisationId, topics }: Asked): string =>
  `${scope}:${organisationId}:${topics?.join() ?? '*'}`;

export function sameTopics(some: readonly Topic[], others: readonly Topic[]): boolean {
  return some.length === others.length && some.every((topic) => others.includes(topic));
}

/**
 * The part of a released subscription to leave: what no other one needs, or nothing. The server
 * holds one subscription per scope, with the topics of all.
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
