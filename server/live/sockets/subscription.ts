import {
  isForHolders,
  isInside,
  type Topic,
  topics,
  viewAction,
} from '../../../shared/access/actions.ts';
import { type Actor, decide } from '../../../shared/access/decide.ts';
import type { Scope } from '../../../shared/live/contract.ts';
import { idsOf } from '../../../shared/organisations/path.ts';
import type { Person } from '../../core/db/person.ts';
import { holdsAt, isOpenInside } from '../../organisations/open-inside.ts';
import type { Located } from '../../organisations/require-organisation.ts';
import { type IsClosed, roomOf } from './rooms.ts';

/** A live subscription: the topics of an organisation that a socket follows, as far as granted. */
export interface Subscription {
  scope: Scope;
  organisationId: string;
  path: string[];
  topics: Topic[];
  /** The topics requested; `null` asks for all that are allowed. */
  asked: readonly Topic[] | null;
}

/** Which of the topics the person may follow at a place: one decision for each, once. */
export function grantedTopics(
  actor: Actor,
  { place }: Pick<Located, 'place'>,
  asked: readonly Topic[] | null,
): Topic[] {
  return (asked ?? topics).filter((topic) => decide(actor, viewAction(topic), place).allowed);
}

/**
 * The rooms of a subscription. What belongs inside a closed organisation further down does not
 * reach the subtree's own room; where the person holds a role in there, that role's rooms do.
 */
export function roomsFor(subscription: Subscription, person: Person): string[] {
  const { scope, organisationId, topics } = subscription;
  const rooms = topics.map((topic) => roomOf(scope, organisationId, topic));
  if (scope === 'record') return rooms;
  for (const grant of person.grants) {
    const path = idsOf(grant.path);
    const depth = path.indexOf(organisationId);
    if (depth < 0 || depth === path.length - 1) continue;
    const isChild = depth === path.length - 2;
    for (const topic of topics.filter(isInside)) {
      if (scope === 'subtree') rooms.push(roomOf('subtree', grant.organisationId, topic));
      else if (isChild) rooms.push(roomOf('record', grant.organisationId, topic));
    }
  }
  return rooms;
}

/** Whether a subscription shows what happens at the end of `path`; the rule behind the rooms. */
export function isShown(
  { scope, organisationId, topics }: Subscription,
  actor: Actor,
  topic: Topic,
  path: readonly string[],
  isClosed: IsClosed,
): boolean {
  const below = path.length - 1 - path.indexOf(organisationId);
  const isWithin =
    path.includes(organisationId) &&
    (scope === 'subtree' || below === (scope === 'record' ? 0 : 1));
  if (!isWithin || !topics.includes(topic)) return false;
  if (isForHolders(topic) && !holdsAt(actor, path.at(-1))) return false;
  return !isInside(topic) || isOpenInside(actor, path, isClosed);
}
