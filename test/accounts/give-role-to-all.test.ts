import { describe, expect, test } from 'vitest';
import { newId } from '../../server/core/new-id.ts';
import type { Grant } from '../../shared/access/contract.ts';
import type { BulkPreview } from '../../shared/bulk/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Job } from '../../shared/jobs/contract.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const user = await world.invite('user@gamma');
const holder = await world.invite('tenant-admin@gamma');
const free = await world.invite('tenant-admin@delta');
const other = await world.invite('tenant-reader@delta');

describe('a role for many accounts', () => {
  const start = { action: 'grant', role: 'TenantReader', organisationId: world.ids.gamma };

  test('is foreseen as each would be given it, and why not', async () => {
    const ids = [user.id, holder.id, free.id];

    const { rows } = bodyOf(
      await founder.post<BulkPreview>('/bulk?dryRun=true', { ...start, ids }),
    );
    const alone = await Promise.all(
      ids.map(async (id) => {
        const { role, organisationId } = start;
        return (await founder.post(`/accounts/${id}/grants`, { role, organisationId })).status;
      }),
    );

    expect(rows.map(({ allowed }) => allowed)).toEqual([false, false, true]);
    expect(rows.map(({ checks }) => checks.find(({ ok }) => !ok)?.code)).toEqual([
      'access.userHoldsNoRole',
      'access.holdsRoleHere',
      undefined,
    ]);
    expect(alone).toEqual([422, 409, 201]);
  });

  test('is given by a job, row by row', async () => {
    const ids = [other.id, holder.id];

    const job = bodyOf(await founder.post<Job>('/bulk', { ...start, ids }));

    await expect
      .poll(async () => {
        const { state, progress } = bodyOf(await founder.get<Job>(`/jobs/${job.id}`));
        return { state, ...progress };
      })
      .toMatchObject({ state: 'done', done: 1, failed: 1 });
    const { items } = bodyOf(await founder.get<Page<Grant>>(world.at('gamma', '/grants')));
    expect(items).toContainEqual(
      expect.objectContaining({ accountId: ids[0], role: 'TenantReader' }),
    );
    expect(job.title).toContain('→');
  });

  test.each([
    ['is not for that kind of organisation', { role: 'PartnerReader' }, 422],
    ['does not exist', { role: 'King' }, 422],
    ['is given where nobody knows the place', { organisationId: newId() }, 404],
  ])('is refused as a whole where it %s', async (_, given, status) => {
    const { status: answered } = await founder.post('/bulk?dryRun=true', {
      ...{ ...start, ...given },
      ids: [other.id],
    });

    expect(answered).toBe(status);
  });

  test('is refused for every row to who may not give it', async () => {
    const reader = await world.signIn('second-tenant-reader@gamma');

    const { body } = await reader.post<BulkPreview>('/bulk?dryRun=true', {
      ...start,
      ids: [holder.id],
    });

    expect(body.counts).toEqual({ allowed: 0, refused: 1, missing: 0 });
  });
});

test('[A22] tells nobody outside who holds a role behind a closed barrier', async () => {
  const alder = await world.signIn('partner-admin@alder');
  const inside = await world.signIn('tenant-admin@acme');
  const colleague = await world.invite('second-nobody@alder');
  const { account: twofold } = await (await world.signIn('nobody@alder')).who();
  const role = { role: 'TenantReader', organisationId: world.ids.acme };
  bodyOf(await alder.post(`/accounts/${twofold.id}/grants`, role));
  const closing = { managementMode: 'self-managed' };
  bodyOf(await inside.put(world.at('acme', '/access'), closing));
  const ids = [twofold.id, colleague.id];

  const { rows } = bodyOf(
    await alder.post<BulkPreview>('/bulk?dryRun=true', { action: 'grant', ...role, ids }),
  );

  expect(rows.map(({ allowed }) => allowed)).toEqual([false, false]);
  expect(rows[0]?.checks).toEqual(rows[1]?.checks);
});
