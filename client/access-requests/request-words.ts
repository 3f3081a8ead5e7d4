import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import { formatDate } from '../core/format.ts';
import { words } from './words.ts';

/** *7 days*, *4 hours* */
export function lengthOf({ hours }: Pick<AccessRequest, 'hours'>): string {
  return hours % 24 === 0 ? words.days({ count: hours / 24 }) : words.hours({ count: hours });
}

/** How far one's own request has come, for whoever made it. */
export function ownRequestSentence(request: AccessRequest): string {
  const { status, role, createdAt, answer, decidedByName } = request;
  const person = decidedByName ?? words.somebody;
  if (status === 'pending') {
    const date = formatDate(createdAt);
    return words.own.pending({ date, role: roleTitle(role), length: lengthOf(request) });
  }
  if (status === 'refused') {
    return answer === null
      ? words.own.refused({ person })
      : words.own.refusedBecause({ person, answer });
  }
  return status === 'ended' || status === 'expired' ? endSentence(request) : words.own[status];
}

function endSentence({
  status,
  endedAt,
  endedById,
  endedByName,
  accountId,
}: AccessRequest): string {
  const { own } = words;
  const date = endedAt === null ? undefined : formatDate(endedAt);
  if (status === 'expired') return date === undefined ? own.expired : own.expiredOn({ date });
  if (endedById === accountId) {
    return date === undefined ? own.endedByYou : own.endedByYouOn({ date });
  }
  const person = endedByName ?? words.somebody;
  return date === undefined ? own.ended({ person }) : own.endedOn({ person, date });
}

/** What became of a request, for those inside. */
export function outcomeOf({ status, decidedByName, endedByName, answer }: AccessRequest): string {
  const { outcomes, somebody } = words;
  if (status === 'refused') {
    const person = decidedByName ?? somebody;
    return answer === null
      ? outcomes.refused({ person })
      : outcomes.refusedBecause({ person, answer });
  }
  if (status === 'ended') return outcomes.ended({ person: endedByName ?? somebody });
  if (status === 'expired' || status === 'lapsed') return outcomes[status];
  return outcomes.withdrawn;
}
