import type { OwnSession } from '../../shared/sign-in/contract.ts';
import { isId } from '../../shared/core/ids.ts';
import type { Page } from '../../shared/core/paging.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import { requireRecent } from './require-recent.ts';
import { Session } from './session.entity.ts';

/** Where the caller is signed in, the latest use first. */
export function listOwnSessions(work: Work): Promise<Page<OwnSession>> {
  return work.read(async ({ em, person, now }) => {
    const sessions = await em.find(
      Session,
      { accountId: person.accountId, expiresAt: { $gt: now } },
      { orderBy: { lastUsedAt: 'desc' } },
    );
    const items = sessions.map((session) => ({
      id: session.id,
      current: session.tokenHash === work.caller.sessionHash,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.lastUsedAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      address: session.address,
      userAgent: session.userAgent,
    }));
    return { items, nextCursor: null };
  });
}

/** The caller ends all of their sessions but this one. */
export function endOtherSessions(work: Work): Promise<void> {
  return work.transaction(
    'session.endOthers',
    async (tx) => {
      const { accountId } = tx.person;
      requireRecent(tx, tx.person);
      const tokenHash = { $ne: work.caller.sessionHash ?? '' };
      tx.em.remove(await tx.em.find(Session, { accountId, tokenHash }));
    },
    { changesAccess: true },
  );
}

/** The caller ends one of their sessions. */
export function endOwnSession(work: Work, id: string): Promise<void> {
  return work.transaction(
    'session.end',
    async (tx) => {
      const { accountId } = tx.person;
      const session = isId(id) ? await tx.em.findOne(Session, { id, accountId }) : null;
      if (!session) throw new Refusal('not-found');
      tx.em.remove(session);
    },
    { changesAccess: true },
  );
}
