import { DAY } from '../clock.ts';
import { type EntityManager, timeParameter } from './open-database.ts';

/** The sweep forgets the idempotency keys that are older than a day. */
export async function sweepIdempotencyKeys(em: EntityManager, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - DAY);
  await em.execute('delete from idempotency_keys where created_at < ?', [
    timeParameter(em, dayAgo),
  ]);
}
