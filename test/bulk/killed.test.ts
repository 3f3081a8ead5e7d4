import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { SQLITE_FILE } from '../../server/core/db/open-database.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Job, JobOutcome } from '../../shared/jobs/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { ChildServer } from '../support/child-server.ts';
import { newOrganisation } from '../support/places.ts';
import { founderOf } from '../support/recorder.ts';
import { bodyOf } from '../support/session.ts';

const ROWS = 60;

test(
  '[J7] a server that is killed in the middle repeats no row and skips none',
  { timeout: 60_000 },
  async () => {
    await using server = await ChildServer.start();
    const fay = await founderOf(server.url);
    const { account } = await fay.who();
    const ids: string[] = [];
    for (let row = 1; row <= ROWS; row += 1) {
      const input = newOrganisation('distributor', `Row ${row}`);
      const made = await fay.post<Organisation>('/organisations', {
        ...input,
        parentId: account.organisationId,
      });
      ids.push(bodyOf(made).id);
    }
    const read = async (id: string) => bodyOf(await fay.get<Job>(`/jobs/${id}`));
    const { id } = bodyOf(await fay.post<Job>('/bulk', { action: 'suspend', ids }));
    while ((await read(id)).progress.done < 5);

    await server.kill();
    endLeases(server);
    await server.start();

    await expect.poll(async () => (await read(id)).state, { timeout: 20_000 }).toBe('done');
    const { items } = bodyOf(await fay.get<Page<JobOutcome>>(`/jobs/${id}/outcomes?limit=200`));
    expect(items.map(({ subject, outcome }) => [subject, outcome])).toEqual(
      ids.map((each) => [each, 'done']),
    );
    const audit = await fay.get<Page<object>>('/audit?action=organisation.suspend&limit=200');
    expect(bodyOf(audit).items).toHaveLength(ROWS);
  },
);

/** Nobody waits half a minute for the lease of the process that died. */
function endLeases({ dataDir }: ChildServer): void {
  const database = new DatabaseSync(join(dataDir, SQLITE_FILE));
  const { changes } = database
    .prepare(`update jobs set lease_until = 0 where state = 'running'`)
    .run();
  database.close();
  if (changes === 0) throw new Error('The job had ended before the server was killed.');
}
