import { byTime } from '../core/by-time.ts';
import { DAY } from '../core/clock.ts';
import type { Work } from '../core/db/work.ts';
import { Token } from './token.entity.ts';

/** How long a token that expired is still shown, so that who wonders finds out why a program fails. */
const SHOWN_FOR = 30 * DAY;

/**
 * The sweep removes tokens that expired long ago; lists that are open lose them as by any deletion.
 */
export function sweepTokens(work: Work): Promise<void> {
  return work.transaction(
    'token.sweep',
    async (tx) => {
      tx.signAs(byTime);
      const before = new Date(tx.now.getTime() - SHOWN_FOR);
      tx.em.remove(await tx.em.find(Token, { expiresAt: { $lt: before } }));
    },
    { changesAccess: true },
  );
}
