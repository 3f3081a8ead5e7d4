import { byTime } from '../core/by-time.ts';
import type { StrangersRecords } from '../core/changes/strangers-records.ts';
import type { Work } from '../core/db/work.ts';

/** A record says how many attempts of strangers got no record of their own, if any did not. */
export async function recordLeftOut(work: Work, records: StrangersRecords): Promise<void> {
  const leftOut = records.take();
  if (!leftOut) return;
  await work.transaction('audit.leaveOut', (tx) => {
    tx.signAs(byTime);
    tx.notes['leftOut'] = leftOut;
    return Promise.resolve();
  });
}
