import { isolated } from '../../shared/core/isolated.ts';
import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import { formatCount, formatDate } from '../core/format.ts';

/** *7 days*, *4 hours* */
export function lengthOf({ hours }: Pick<AccessRequest, 'hours'>): string {
  return hours % 24 === 0 ? formatCount(hours / 24, 'day') : formatCount(hours, 'hour');
}

/** How far one's own request has come, for whoever made it. */
export function ownRequestSentence(request: AccessRequest): string {
  const { status, role, createdAt, answer, decidedByName, endedAt } = request;
  if (status === 'pending') {
    return `You asked on ${formatDate(createdAt)} for access as ${roleTitle(role)}, for ${lengthOf(request)}. Its administrators have not answered yet.`;
  }
  if (status === 'refused') {
    const why = answer === null ? '.' : `: “${isolated(answer)}”`;
    return `${isolated(decidedByName ?? 'Somebody')} refused your last request${why}`;
  }
  if (status === 'approved') return 'Your access begins in a moment.';
  if (status === 'withdrawn') return 'You took your last request back.';
  if (status === 'lapsed') return 'Nobody answered your last request, and it lapsed.';
  const when = endedAt === null ? '' : ` on ${formatDate(endedAt)}`;
  const isOwn = request.endedById === request.accountId;
  return status === 'ended'
    ? `${isOwn ? 'You' : isolated(request.endedByName ?? 'Somebody')} ended your access${when}.`
    : `Your access ended${when}, its time being over.`;
}

/** What became of a request, for those inside. */
export function outcomeOf({ status, decidedByName, endedByName, answer }: AccessRequest): string {
  if (status === 'refused') {
    return `Refused by ${isolated(decidedByName ?? 'somebody')}${answer === null ? '' : `: “${isolated(answer)}”`}`;
  }
  if (status === 'ended') return `Ended by ${isolated(endedByName ?? 'somebody')}`;
  if (status === 'expired') return 'Ended, its time being over';
  return status === 'lapsed' ? 'Lapsed without an answer' : 'Taken back';
}
