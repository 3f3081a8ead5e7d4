/**
 * Why the database cannot do its part for the moment: the disk under it takes no more, or it
 * cannot be reached, is locked, or does not answer. Both pass; anything else is a fault of ours.
 */
export type Outage = 'full' | 'unavailable';

/** Beyond `SQLITE_FULL`: a write or the growth of a file that the system refused (quota, limit). */
const SQLITE_IOERR_WRITE = 778;
const SQLITE_IOERR_SHMSIZE = 4_874;

/** SQLite's primary result codes: busy, locked, read-only, I/O error, cannot open. */
const SQLITE_PASSING = [5, 6, 8, 10, 14];
const SQLITE_FULL = 13;

const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const CANNOT_WRITE = ['EROFS', 'EACCES', 'EPERM', 'EIO'];
const NO_LINE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];

/** States of PostgreSQL that pass: connections, operator's interventions, resources, a lock. */
const POSTGRES_PASSING = /^(08|57|53|58)|^(25006|55P03)$/;
const POSTGRES_DISK_FULL = '53100';

/** What `pg` says in words alone, of a connection that is gone or does not answer. */
const CONNECTION_TROUBLE =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout exceeded when trying to connect|Cannot use a pool after calling end)/;

/** Whether an error says that the database or its disk is out of order for the moment, and how. */
export function outageOf(error: unknown): Outage | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return ofSqlite(errcode);
  if (typeof code === 'string' && NO_ROOM.includes(code)) return 'full';
  if (code === POSTGRES_DISK_FULL) return 'full';
  const isPassing =
    (typeof code === 'string' &&
      (NO_LINE.includes(code) || CANNOT_WRITE.includes(code) || POSTGRES_PASSING.test(code))) ||
    CONNECTION_TROUBLE.test(error.message);
  return isPassing ? 'unavailable' : outageOf(error.cause);
}

/** Whether all connections are in use, and none came free in time. */
export function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

/** Whether SQLite's file is locked by another program. */
export function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return errcode !== undefined && [5, 6].includes(primary(errcode));
}

/**
 * A write is carried out that may as well be left out while the database takes none, such as noting
 * when something was used: nobody must be refused a reading because of it.
 */
export async function ifWritable(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (outageOf(error) === null) throw error;
  }
}

function ofSqlite(errcode: number): Outage | null {
  if ([SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE].includes(errcode)) return 'full';
  if (primary(errcode) === SQLITE_FULL) return 'full';
  return SQLITE_PASSING.includes(primary(errcode)) ? 'unavailable' : null;
}

/** An extended result code says more in its higher bits. */
function primary(errcode: number): number {
  return errcode & 0xff;
}
