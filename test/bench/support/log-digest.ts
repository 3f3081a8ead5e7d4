import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { SQLITE_FILE } from '../../../server/core/db/open-database.ts';
import { changeHash } from '../../../shared/live/digest.ts';
import type { Received } from './reader.ts';
import type { Readers } from './readers.ts';
import { now } from './schedule.ts';

const LONGEST_WAIT_MS = 5_000;

/** Every reader has every change of the log since it came, each once and in order; or this fails. */
export async function assertWhole(dataDir: string, readers: Readers): Promise<Received[]> {
  const deadline = now() + LONGEST_WAIT_MS;
  for (;;) {
    const received = await readers.received();
    const digest = logDigest(dataDir, received[0]?.from ?? 0);
    const lacking = received.filter(
      ({ count, xor, isAscending }) => count !== digest.count || xor !== digest.xor || !isAscending,
    );
    if (lacking.length === 0) return received;
    if (now() > deadline) {
      const [one] = lacking;
      throw new Error(
        `${lacking.length} readers differ from the log: ${JSON.stringify({ digest, one })}`,
      );
    }
    await wait(100);
  }
}

/** What everybody should have who has followed since `from`, and may see all that was edited. */
function logDigest(dataDir: string, from: number): { count: number; xor: number } {
  const database = new DatabaseSync(join(dataDir, SQLITE_FILE), { readOnly: true });
  const rows = database
    .prepare('select seq, record_id, version from changes where seq > ? and topic is not null')
    .all(from);
  database.close();
  const xor = rows.reduce((sum, row) => {
    const change = {
      seq: Number(row['seq']),
      id: String(row['record_id']),
      version: Number(row['version']),
    };
    return (sum ^ changeHash(change)) >>> 0;
  }, 0);
  return { count: rows.length, xor };
}
