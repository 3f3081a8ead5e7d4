import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from '../cannot-start.ts';
import { isBusy } from './outage.ts';

const MAY_PASS = 1;

/**
 * A data directory is claimed for this process, until the returned function is called or the
 * process ends in whatever way: the claim is SQLite's own lock, which the system gives back. Two
 * processes on one file would each deliver only their own changes.
 */
export function claimDataDir(dataDir: string): () => void {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    const lock = new DatabaseSync(path.join(dataDir, 'canopy.lock'), { timeout: 0 });
    lock.exec('begin exclusive');
    return () => {
      lock.close();
    };
  } catch (error) {
    if (isBusy(error)) {
      throw new CannotStart(
        `Another Canopy process serves from ${dataDir}. Stop it, choose another CANOPY_DATA_DIR, ` +
          'or use PostgreSQL (CANOPY_DATABASE_URL) to run several.',
        MAY_PASS,
      );
    }
    const { message } = error as Error;
    throw new CannotStart(`The data directory ${dataDir} cannot be written: ${message}`, MAY_PASS);
  }
}
