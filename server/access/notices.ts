import { says } from '../../shared/access/words.ts';
import type { GrantFields } from '../../shared/access/contract.ts';
import type { z } from 'zod';
import type { Captured } from '../core/changes/capture.ts';
import type { Reading } from '../core/db/reading.ts';
import { sayEach, type NoticeDue, type NoticeFacts, type NoticeKind } from '../core/notices.ts';
import { namesOf } from '../organisations/names-of.ts';

type Granted = z.infer<typeof GrantFields>;

/** The role of a change that is given for good, if it is one: what ends by itself is told as access. */
function lastingRole({ publication, record, before, op }: Captured): Granted | undefined {
  if (publication.resource !== 'grant') return undefined;
  const granted = (op === 'delete' ? before : record) as Granted;
  return granted.expiresAt === null ? granted : undefined;
}

/** Whether its account comes or goes with it: who is invited finds the role, who is deleted nothing. */
function comesWithAccount({ accountId }: Granted, all: readonly Captured[]): boolean {
  return all.some(
    ({ publication, op, recordId }) =>
      publication.resource === 'account' && op !== 'update' && recordId === accountId,
  );
}

/** Somebody holds a role that they did not hold before. */
const roleGiven: NoticeKind = {
  kind: 'role-given',
  mail: 'unread',
  due: (_, change, all) => {
    const granted = lastingRole(change);
    const isNews = change.op === 'create' || 'role' in change.after;
    if (!granted || !isNews || change.op === 'delete' || comesWithAccount(granted, all)) return [];
    return [dueTo(granted, change.recordId, 'role-given')];
  },
  say: async ({ em, person }, notices) => {
    const held = new Map(person.grants.map((grant) => [grant.id, grant]));
    const names = await namesOf(em, organisationsOf(notices), { reachedBy: person });
    return sayEach(notices, ({ recordId, organisationId }) => {
      const grant = held.get(recordId);
      const place = organisationId === null ? undefined : names.get(organisationId);
      if (!grant || !place) return undefined;
      const message = says.roleGiven({ role: grant.role, name: place.displayName });
      return { message, href: `/organisations/${place.id}` };
    });
  },
};

/** Somebody holds a role no more. Where it was is named only to who still reaches it. */
const roleEnded: NoticeKind = {
  kind: 'role-ended',
  mail: 'unread',
  due: (_, change, all) => {
    const granted = lastingRole(change);
    if (!granted || change.op !== 'delete' || comesWithAccount(granted, all)) return [];
    return [dueTo(granted, change.recordId, 'role-ended')];
  },
  say: async ({ em, person }: Reading, notices) => {
    const names = await namesOf(em, organisationsOf(notices), { reachedBy: person });
    return sayEach(notices, ({ organisationId }) => {
      const place = organisationId === null ? undefined : names.get(organisationId);
      if (!place) return { message: says.roleEnded, href: '/account' };
      const message = says.roleEndedAt({ name: place.displayName });
      return { message, href: `/organisations/${place.id}` };
    });
  },
};

/** What people are told of their roles. */
export const roleNotices: readonly NoticeKind[] = [roleGiven, roleEnded];

function dueTo({ accountId, organisationId }: Granted, recordId: string, kind: string): NoticeDue {
  return { accountId, groupKey: `${kind}:${organisationId}`, recordId, organisationId };
}

function organisationsOf(notices: readonly NoticeFacts[]): (string | null)[] {
  return notices.map(({ organisationId }) => organisationId);
}
