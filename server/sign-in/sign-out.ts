import type { Work } from '../core/db/work.ts';
import { Session } from './session.entity.ts';

/** The caller ends this session, here and on its open sockets. Without one, nothing happens. */
export async function signOut(work: Work): Promise<void> {
  const { sessionHash } = work.caller;
  if (!sessionHash) return;
  await work.transaction(
    'session.signOut',
    async (tx) => {
      const session = await tx.em.findOne(Session, { tokenHash: sessionHash });
      if (session) tx.em.remove(session);
    },
    { changesAccess: true, ignoresKey: true },
  );
}
