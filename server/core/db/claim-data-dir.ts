import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process serves from this data directory. */
export class DataDirInUse extends Error {}

/**
 * Claims a data directory for this process, until the returned function is called or the process
 * ends in whatever way: the claim is SQLite's own lock, which the system gives back. Two
 * processes on one file would each deliver only their own changes.
 */
export function claimDataDir(dataDir: string): () => void {
  fs.mkdirSync(dataDir, { recursive: true });
  const lock = new DatabaseSync(path.join(dataDir, 'canopy.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new DataDirInUse(
      `Another Canopy process serves from ${dataDir}. Stop it, choose another CANOPY_DATA_DIR, ` +
        'or use PostgreSQL (CANOPY_DATABASE_URL) to run several.',
    );
  }
  return () => {
    lock.close();
  };
}
