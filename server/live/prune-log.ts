import { DAY } from '../core/clock.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';

/**
 * The sweep removes changes older than the retention and remembers how far: a client that has been
 * away for longer is told to reset [L11]. The last change stays, so that the log's head is always
 * known.
 */
export async function pruneLog(em: EntityManager, now: Date, retentionDays: number): Promise<void> {
  const oldest = timeParameter(em, new Date(now.getTime() - retentionDays * DAY));
  await em.transactional(async (tx) => {
    const inner = tx;
    const [row] = await inner.execute<{ floor: number | string | null }[]>(
      'select max(seq) as floor from changes where at < ? and seq < (select max(seq) from changes)',
      [oldest],
    );
    const floor = Number(row?.floor ?? 0);
    if (floor === 0) return;
    await inner.execute('update log_state set floor = ? where id = 1 and floor < ?', [
      floor,
      floor,
    ]);
    await inner.execute('delete from changes where seq <= ?', [floor]);
  });
}
