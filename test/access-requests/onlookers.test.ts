import { beforeAll, describe, expect, test } from 'vitest';
import { HOUR } from '../../server/core/clock.ts';
import type { Explanation } from '../../shared/access/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { makeToken, Bearer } from '../support/bearer.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld } from '../support/world.ts';
import { BehindAcme } from '../access/behind-acme.ts';

const READER = 'platform-reader@platform';

/** A reader of the platform, and the glass broken by an administrator of it. */
async function breakFor(it: BehindAcme, fields: object = {}) {
  const reader = await it.world.signIn(READER);
  const glass = bodyOf(await it.breakGlass(it.world.founder, fields));
  return { reader, glass };
}

/** Another administrator of the platform, who breaks the glass. */
async function brokenByAnother(it: BehindAcme) {
  const other = await it.world.signIn('second-platform-admin@platform');
  bodyOf(await it.breakGlass(other));
  return (await other.who()).account.id;
}

describe('[A39] a reader of the platform, while an administrator’s broken glass is in force', () => {
  test('reads inside, and loses it with its end', async () => {
    await using it = await BehindAcme.begin();
    const { reader, glass } = await breakFor(it);

    const during = await it.sees(reader);
    bodyOf(await it.inside.post(`/access-requests/${glass.id}/end`));

    expect([during, await it.sees(reader)]).toEqual([true, false]);
  });

  test('saw nothing before it', async () => {
    await using it = await BehindAcme.begin();

    expect(await it.sees(await it.world.signIn(READER))).toBe(false);
  });

  test('reads by every door', async () => {
    await using it = await BehindAcme.begin();
    const { reader } = await breakFor(it);
    const { world } = it;

    for (const door of ['accounts', 'grants', 'access-requests', 'settings', 'activity', 'audit']) {
      const answer = await reader.get(world.at('acme', `/${door}`));
      expect([door, answer.status]).toEqual([door, 200]);
    }
    expect((await reader.get(world.at('labs', '/accounts'))).status).toBe(200);
    const { account } = await it.inside.who();
    expect((await reader.get(`/accounts/${account.id}`)).status).toBe(200);
    const session = await reader.who();
    expect(session.grants).toContainEqual(
      expect.objectContaining({
        role: 'TenantReader',
        organisation: { id: world.ids.acme, kind: 'tenant', displayName: 'Acme' },
      }),
    );
    expect(Object.keys(session.access.chains)).toContain(world.ids.acme);
  });

  test('changes nothing', async () => {
    await using it = await BehindAcme.begin();
    const { reader } = await breakFor(it);
    const { world } = it;

    const invite = { email: 'new@acme.example', displayName: 'New' };
    const answers = [
      await reader.patch(world.at('acme'), { description: 'mine' }, { ifMatch: '*' }),
      await reader.post(world.at('acme', '/accounts'), invite),
      await reader.put(world.at('acme', '/access'), { managementMode: 'managed' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('ends no glass of somebody else’s', async () => {
    await using it = await BehindAcme.begin();
    const { reader, glass } = await breakFor(it);

    expect((await reader.post(`/access-requests/${glass.id}/end`)).status).toBe(403);
  });

  test('follows it live, and is cut off as it ends', async () => {
    await using it = await BehindAcme.begin();
    const { world } = it;
    const reader = await world.signIn(READER);
    await using socket = await reader.socket();
    const wanted = { scope: 'record', organisationId: world.ids.acme } as const;
    const before = await socket.subscribe(wanted);

    const glass = bodyOf(await it.breakGlass());
    await socket.until(({ access }) => access.length > 0);
    const during = await socket.subscribe(wanted);
    const invited = await inviteTo(it.inside, world.at('acme', '/accounts'), 'live@acme.example');
    await socket.until(({ changes }) => changes.some(({ id }) => id === invited));
    bodyOf(await it.inside.post(`/access-requests/${glass.id}/end`));
    const later = await inviteTo(it.inside, world.at('acme', '/accounts'), 'late@acme.example');
    await world.settled();
    await socket.roundTrip();

    expect([before, during].map(({ topics }) => topics.includes('accounts'))).toEqual([
      false,
      true,
    ]);
    expect(socket.access.at(-1)?.ended).toMatchObject([{ organisationId: world.ids.acme }]);
    expect(socket.changes.map(({ id }) => id)).not.toContain(later);
  });

  test('loses it when its time is over', async () => {
    await using it = await BehindAcme.begin();
    await breakFor(it, { hours: 1 });

    it.world.clock.advance(HOUR);
    await it.look();

    expect(await it.sees(await it.world.signIn(READER))).toBe(false);
  });

  test.each(['the role is taken', 'the account is disabled', 'the account is deleted'])(
    'loses it, live, when of whoever broke it %s',
    async (what) => {
      await using it = await BehindAcme.begin();
      const { founder, ids } = it.world;
      const reader = await it.world.signIn(READER);
      const breaker = await brokenByAnother(it);
      await using socket = await reader.socket();
      await socket.subscribe({ scope: 'record', organisationId: ids.acme });
      const before = await it.sees(reader);

      if (what === 'the role is taken') {
        const path = `/accounts/${breaker}`;
        const { grants } = bodyOf(await founder.get<AccountWithGrants>(path));
        const held = grants.find(({ role }) => role === 'PlatformAdministrator');
        bodyOf(await founder.delete(`/grants/${held?.id ?? ''}`));
      } else if (what === 'the account is disabled') {
        bodyOf(await founder.post(`/accounts/${breaker}/disable`));
      } else {
        bodyOf(await founder.post('/auth/reauthenticate', { password: PASSWORD }));
        bodyOf(await founder.delete(`/accounts/${breaker}`));
      }

      await socket.until(({ access }) => access.some(({ ended }) => ended.length > 0));
      expect([before, await it.sees(reader)]).toEqual([true, false]);
    },
  );

  test('is explained to those who look after readers', async () => {
    await using it = await BehindAcme.begin();
    const { reader } = await breakFor(it);
    const { account } = await reader.who();
    const query = `action=accounts.view&at=${it.world.ids.acme}&account=${account.id}`;

    const answer = await it.world.founder.get<Explanation>(`/access/explain?${query}`);

    expect(bodyOf(answer).allowed).toBe(true);
  });

  test('is in the audit with the glass, where it exports', async () => {
    await using it = await BehindAcme.begin();
    const { reader, glass } = await breakFor(it);

    await reader.get(it.world.at('acme', '/audit/export?format=csv'));

    const path = it.world.at('acme', '/audit?action=audit.export');
    const { items } = bodyOf(await it.inside.get<Page<AuditEntry>>(path));
    expect(JSON.stringify(items)).toContain(glass.id);
  });

  test('[A34] does not owe a second factor for it; without one, where one is asked, it stays closed', async () => {
    await using world = await createWorld();
    const it = await BehindAcme.in(world);
    const reader = await world.signIn(READER);
    bodyOf(await it.breakGlass());
    const seen = await it.sees(reader);
    const path = world.at('acme', '/settings');

    bodyOf(await it.inside.patch(path, { mfa: 'administrators' }, { ifMatch: '*' }));

    const { next } = await reader.who();
    expect([seen, next, await it.sees(reader)]).toEqual([true, 'done', false]);
  });
});

describe('[A39] whom the broken glass lends nothing', () => {
  let it: BehindAcme;
  beforeAll(async () => {
    it = await BehindAcme.begin();
    await breakFor(it);
    return () => it[Symbol.asyncDispose]();
  });

  test.each([
    'second-platform-admin@platform',
    'distributor-admin@north',
    'partner-reader@alder',
  ] as const)('%s', async (name) => {
    expect(await it.sees(await it.world.signIn(name))).toBe(false);
  });

  test('an API token with the reader’s role', async () => {
    const { world } = it;
    const wish = { role: 'PlatformReader', at: 'platform' } as const;
    const { token } = await makeToken(world, world.founder, wish);

    expect(await it.sees(new Bearer(world.url, token))).toBe(false);
  });
});

async function inviteTo(session: Session, path: string, email: string): Promise<string> {
  const input = { email, displayName: 'Somebody' };
  return bodyOf(await session.post<{ id: string }>(path, input)).id;
}
