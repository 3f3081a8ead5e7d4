import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { SQLITE_FILE } from './open-database.ts';

/**
 * The start refuses to begin on nothing where something was: a database file that is gone or empty
 * would be served as a fresh platform, which anybody with the set-up link could take.
 */
export function requireDatabaseFile(dataDir: string): void {
  const file = path.join(dataDir, SQLITE_FILE);
  const bytes = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > 0) return;
  throw new CannotStart(
    `${file} is empty or gone, but log.json beside it says that it held a platform. Restore it ` +
      'from a backup; to begin anew on purpose, move log.json away first.',
  );
}
