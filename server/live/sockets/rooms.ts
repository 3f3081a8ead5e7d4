import { isForHolders, isInside, type Topic } from '../../../shared/access/actions.ts';
import type { Scope } from '../../../shared/live/contract.ts';

/** The test of whether an organisation manages itself. */
export type IsClosed = (organisationId: string) => boolean;

/** The room of one scope and topic of an organisation. */
export function roomOf(scope: Scope, organisationId: string, topic: Topic): string {
  return `${scope}:${organisationId}:${topic}`;
}

/**
 * The rooms that hear of a change at the end of `path`: the record's, its parent's children,
 * and the subtree of each level from the organisation itself up. What belongs inside goes no
 * higher than the innermost self-managed organisation [L4], and what is only for those who hold a
 * role at the organisation stays there [W2]. O(depth), whoever listens.
 */
export function roomsOf(path: readonly string[], topic: Topic, isClosed: IsClosed): string[] {
  const last = path.length - 1;
  const barrier = isInside(topic) ? Math.max(0, path.findLastIndex(isClosed)) : 0;
  const highest = isForHolders(topic) ? last : barrier;
  const rooms = path.slice(highest).map((id) => roomOf('subtree', id, topic));
  const self = path[last];
  const parent = path[last - 1];
  if (self) rooms.push(roomOf('record', self, topic));
  if (parent && last - 1 >= highest) rooms.push(roomOf('children', parent, topic));
  return rooms;
}
