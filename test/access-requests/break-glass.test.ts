import { describe, expect, test } from 'vitest';
import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { HOUR, MINUTE } from '../../server/core/clock.ts';
import { type Answer, bodyOf } from '../support/session.ts';
import type { PersonName } from '../support/people.ts';
import { BehindAcme } from '../access/behind-acme.ts';
import { failedChecks } from '../access/failed-checks.ts';

const codeOf = ({ body }: Answer<unknown>) => (body as Problem).code;

describe('breaking the glass', () => {
  test('[A36] opens the inside at once, for hours', async () => {
    await using it = await BehindAcme.begin();
    const { founder } = it.world;
    const before = await it.sees(founder);

    const broken = bodyOf(await it.breakGlass(founder, { hours: 4 }));

    expect([before, await it.sees(founder)]).toEqual([false, true]);
    expect(broken).toMatchObject({
      kind: 'break-glass',
      status: 'approved',
      role: 'TenantAdministrator',
      reason: 'The importer burns.',
    });
    const length = Date.parse(broken.expiresAt ?? '') - Date.parse(broken.createdAt);
    expect(length).toBe(4 * HOUR);
  });

  test('[A36] is for administrators of the platform, with a reason, for four hours at most', async () => {
    await using it = await BehindAcme.begin();
    const refused: [PersonName, object, number, string[]][] = [
      ['platform-reader@platform', {}, 403, ['role']],
      ['distributor-admin@north', {}, 403, ['role']],
      ['tenant-admin@acme', {}, 403, ['role', 'relationship', 'barrier']],
      ['platform-admin@platform', { hours: 0 }, 422, []],
      ['platform-admin@platform', { hours: 5 }, 422, []],
      ['platform-admin@platform', { reason: '' }, 422, []],
    ];

    for (const [name, fields, status, checks] of refused) {
      const answer = await it.breakGlass(await it.world.signIn(name), fields);

      expect([name, answer.status, failedChecks(answer)]).toEqual([name, status, checks]);
    }
  });

  test('[A36] asks who it is once more', async () => {
    await using it = await BehindAcme.begin();
    it.world.clock.advance(6 * MINUTE);

    const answer = await it.breakGlass();

    expect(codeOf(answer)).toBe('auth.reauthenticate');
    expect(await it.sees(it.world.founder)).toBe(false);
  });

  test('[A36] is refused where nothing is closed, and while access runs', async () => {
    await using it = await BehindAcme.begin();
    bodyOf(await it.breakGlass());

    const again = await it.breakGlass();
    bodyOf(await it.inside.put(it.world.at('acme', '/access'), { managementMode: 'managed' }));
    const open = await it.breakGlass();

    expect(codeOf(again)).toBe('grant.exists');
    expect(failedChecks(open)).toEqual(['barrier']);
  });

  test('[A37] shows to those inside as it happens', async () => {
    await using it = await BehindAcme.begin();
    const live = await it.inside.socket();
    await live.subscribe({ scope: 'record', organisationId: it.world.ids.acme });

    bodyOf(await it.breakGlass());

    await live.until(({ changes }) => changes.length > 0);
    expect(live.changes).toContainEqual(
      expect.objectContaining({
        resource: 'accessRequest',
        op: 'create',
        fields: expect.objectContaining({
          kind: 'break-glass',
          accountName: 'platform admin of platform',
          reason: 'The importer burns.',
        }) as unknown,
      }),
    );
  });

  test.each(['inside', 'holder'] as const)('[A37] is ended by the %s, at once', async (side) => {
    await using it = await BehindAcme.begin();
    const { founder } = it.world;
    const { id } = bodyOf(await it.breakGlass());
    const live = await founder.socket();
    await live.subscribe({ scope: 'record', organisationId: it.world.ids.acme });

    const by = side === 'inside' ? it.inside : founder;
    bodyOf(await by.post<AccessRequest>(`/access-requests/${id}/end`));

    expect(await it.sees(founder)).toBe(false);
    await live.until(({ access }) => access.some(({ ended }) => ended.length > 0));
  });

  test('[A37] ends by itself', async () => {
    await using it = await BehindAcme.begin();
    const { founder } = it.world;
    bodyOf(await it.breakGlass());
    for (let minutes = 0; minutes < 50; minutes += 25) {
      it.world.clock.advance(25 * MINUTE);
      expect(await it.sees(founder)).toBe(true);
    }

    it.world.clock.advance(10 * MINUTE);

    expect(await it.sees(founder)).toBe(false);
    await it.look();
    await it.pass(0);
    expect(await it.list(it.inside)).toMatchObject([{ kind: 'break-glass', status: 'expired' }]);
  });

  test('[A38] is in the audit of everything that is done through it, and of nothing else', async () => {
    await using it = await BehindAcme.begin();
    const { founder } = it.world;
    const { id } = bodyOf(await it.breakGlass());
    for (const place of ['acme', 'labs', 'alder'] as const) {
      const edit = { description: `seen at ${place}` };
      bodyOf(await founder.patch(it.world.at(place), edit, { ifMatch: '*' }));
    }

    const records = await it.world.em.find(
      AuditRecord,
      { action: 'organisation.edit' },
      { orderBy: { seq: 'asc' } },
    );

    const through = records.map(({ details }) => details['accessRequestId']);
    expect(through).toEqual([id, id, undefined]);
  });

  test('[A33] takes roles from nobody and gives none', async () => {
    await using it = await BehindAcme.begin();
    const { founder } = it.world;
    bodyOf(await it.breakGlass());
    const { account } = await it.inside.who();

    const answers = await Promise.all([
      founder.post(`/accounts/${account.id}/disable`),
      founder.put(it.world.at('acme', '/access'), { managementMode: 'managed' }),
      founder.post(`/accounts/${account.id}/grants`, {
        role: 'TenantReader',
        organisationId: it.world.ids.labs,
      }),
    ]);

    expect(answers.map((answer) => [answer.status, failedChecks(answer)])).toEqual([
      [403, ['barrier']],
      [403, ['barrier']],
      [403, ['barrier']],
    ]);
  });
});
