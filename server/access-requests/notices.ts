import { accessRequestRecord } from '../../shared/access-requests/records.ts';
import { says } from '../../shared/access-requests/words.ts';
import type { AccessRequest as View } from '../../shared/access-requests/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import type { Said } from '../../shared/core/words/said.ts';
import type { Captured } from '../core/changes/capture.ts';
import type { Reading } from '../core/db/reading.ts';
import { sayEach, type NoticeFacts, type NoticeKind } from '../core/notices.ts';
import { namesOf } from '../organisations/names-of.ts';
import { locate, locateAll } from '../organisations/require-organisation.ts';
import { AccessRequest } from './access-request.entity.ts';
import { readInside } from './addressees.ts';

/** The request of a change, unless it is gone. */
function requestOf({ op, record }: Captured): View | undefined {
  return op === 'delete' ? undefined : (record as View);
}

/** Somebody asks to be let in, or broke the glass: those inside who may do something about it. */
const inside: NoticeKind = {
  kind: 'access-request',
  resource: accessRequestRecord.name,
  mail: 'at-once',
  due: async (tx, change) => {
    const request = requestOf(change);
    if (!request || change.op !== 'create') return [];
    const { organisationId } = request;
    const located = await locate(tx.em, organisationId);
    if (!located) return [];
    const recordId = change.recordId;
    const groupKey = `access-request:${recordId}`;
    return (await readInside(tx, located.place)).map(({ accountId }) => ({
      ...{ accountId, groupKey, recordId, organisationId },
    }));
  },
  say: async (reading, notices) => {
    const { em, person } = reading;
    const requests = await requestsOf(reading, notices);
    const located = await locateAll(em, [...requests.values()].map(placeOf));
    return sayEach(notices, (notice) => {
      const request = requests.get(notice.recordId);
      const at = request && located.get(request.organisationId);
      if (!at || !decide(person, 'access.view', at.place).allowed) return undefined;
      return { message: toldInside(request), href: `/organisations/${at.id}/access` };
    });
  },
};

function toldInside({ kind, status, accountName: name, role }: AccessRequest): Said {
  if (kind === 'break-glass') {
    return status === 'approved' ? says.glassIsBroken({ name }) : says.glassWasBroken({ name });
  }
  return status === 'pending' ? says.asksForAccess({ name, role }) : says.askedForAccess({ name });
}

/** What became of one's own request. */
const answered: NoticeKind = {
  kind: 'access-answer',
  resource: accessRequestRecord.name,
  mail: 'at-once',
  due: (_, change) => {
    const request = requestOf(change);
    const isAnswer = change.op === 'update' && 'status' in change.after;
    if (!request || !isAnswer || !(request.status in outcomes)) return [];
    const { accountId, organisationId } = request;
    const { recordId } = change;
    return [{ accountId, groupKey: `access-answer:${recordId}`, recordId, organisationId }];
  },
  say: async (reading, notices) => {
    const { em, person } = reading;
    const requests = await requestsOf(reading, notices);
    const names = await namesOf(em, [...requests.values()].map(placeOf), { reachedBy: person });
    return sayEach(notices, (notice) => {
      const request = requests.get(notice.recordId);
      const place = request && names.get(request.organisationId);
      const outcome = request && outcomes[request.status];
      if (!place || !outcome || request.accountId !== person.accountId) return undefined;
      const message = outcome({ name: place.displayName });
      return { message, href: `/organisations/${place.id}` };
    });
  },
};

const outcomes: Partial<Record<string, (params: { name: string }) => Said>> = {
  approved: says.requestApproved,
  refused: says.requestDeclined,
  ended: says.accessEnded,
  expired: says.accessEnded,
};

/** What people are told of access through barriers. */
export const requestNotices: readonly NoticeKind[] = [inside, answered];

async function requestsOf(
  { em }: Reading,
  notices: readonly NoticeFacts[],
): Promise<Map<string, AccessRequest>> {
  const ids = notices.map(({ recordId }) => recordId);
  const found = await em.find(AccessRequest, { id: { $in: ids } });
  return new Map(found.map((request) => [request.id, request]));
}

const placeOf = ({ organisationId }: AccessRequest): string => organisationId;
