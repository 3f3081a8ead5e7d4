import { grantRecord } from '../../shared/access/records.ts';
import { says } from '../../shared/access/words.ts';
import type { GrantFields } from '../../shared/access/contract.ts';
import type { z } from 'zod';
import type { Captured } from '../core/changes/capture.ts';
import type { Reading } from '../core/db/reading.ts';
import { sayEach, type NoticeDue, type NoticeFacts, type NoticeKind } from '../core/notices.ts';
import { namesOf } from '../organisations/names-of.ts';

type Granted = z.infer<typeof GrantFields>;

/** The lasting grant of a change, if it is one: temporary access has notices of its own. */
function lastingRole({ record, before, op }: Captured): Granted | undefined {
  const granted = (op === 'delete' ? before : record) as Granted;
  return granted.expiresAt === null ? granted : undefined;
}

/**
 * Whether the account is created or deleted with the grant: a new account finds its role, and a
 * deleted one reads no notice.
 */
function comesWithAccount({ accountId }: Granted, all: readonly Captured[]): boolean {
  return all.some(
    ({ publication, op, recordId }) =>
      publication.resource === 'account' && op !== 'update' && recordId === accountId,
  );
}

/** The notice to an account that was given a role. */
const roleGiven: NoticeKind = {
  kind: 'role-given',
  resource: grantRecord.name,
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

/** The notice to an account that lost a role; it names a place only if it is still in reach. */
const roleEnded: NoticeKind = {
  kind: 'role-ended',
  resource: grantRecord.name,
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

/** The notices about roles that accounts get. */
export const roleNotices: readonly NoticeKind[] = [roleGiven, roleEnded];

function dueTo({ accountId, organisationId }: Granted, recordId: string, kind: string): NoticeDue {
  return { accountId, groupKey: `${kind}:${organisationId}`, recordId, organisationId };
}

function organisationsOf(notices: readonly NoticeFacts[]): (string | null)[] {
  return notices.map(({ organisationId }) => organisationId);
}
