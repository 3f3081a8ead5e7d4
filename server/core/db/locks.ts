import { type EntityManager, isPostgres } from './open-database.ts';

/* Advisory locks of PostgreSQL, held until the transaction ends. SQLite writes one at a time anyway. */

const LOG_LOCK = 7_320_001;
const ACCESS_LOCK = 7_320_002;
const KEY_LOCK = 7_320_003;

/**
 * The lock keeps changes of access apart from all other writes: those share the lock, and what
 * changes access holds it alone, so that a decision taken in a transaction still holds at its
 * commit.
 */
export async function lockAccess(em: EntityManager, isExclusive: boolean): Promise<void> {
  if (!isPostgres(em)) return;
  const lock = isExclusive ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await em.execute(`select ${lock}(?)`, [ACCESS_LOCK]);
}

/** The lock makes requests with the same idempotency key wait for each other. */
export async function lockKey(em: EntityManager, accountId: string, key: string): Promise<void> {
  if (!isPostgres(em)) return;
  const name = `${accountId} ${key}`;
  await em.execute('select pg_advisory_xact_lock(?, hashtext(?))', [KEY_LOCK, name]);
}

/**
 * The lock serialises the change log's numbering, so that the order of the numbers is that of the
 * commits.
 */
export async function lockLog(em: EntityManager): Promise<void> {
  if (isPostgres(em)) await em.execute('select pg_advisory_xact_lock(?)', [LOG_LOCK]);
}
