import { describe, expect, test } from 'vitest';
import type { Grant } from '../../shared/access/contract.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { Bearer, bearerOf, makeToken } from '../support/bearer.ts';
import { newOrganisation, type PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { Refused } from '../support/socket.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const world = await shareWorld();
const admin = await world.signIn('partner-admin@alder');

function add(by: Session, place: PlaceName, role?: Role, from = world) {
  const grants = role ? [{ role }] : [];
  const machine = { type: 'machine', displayName: 'PlatformService', grants };
  return by.post<AccountWithGrants>(from.at(place, '/accounts'), machine);
}

const wish = (role: Role, place: PlaceName, accountId: string) => ({
  name: 'Nightly export',
  role,
  organisationId: world.ids[place],
  accountId,
  expiresInDays: 1,
});

describe('a machine account', () => {
  test('[S25] is there at once, without an address', async () => {
    const answer = await add(admin, 'acme', 'TenantReader');

    expect(answer).toMatchObject({
      status: 201,
      body: {
        type: 'machine',
        status: 'active',
        email: null,
        displayName: 'PlatformService',
        hasSecondFactor: false,
        grants: [{ role: 'TenantReader', account: { email: null } }],
      },
    });
    const { items } = bodyOf(
      await admin.get<Page<AccountWithGrants>>(world.at('acme', '/accounts')),
    );
    expect(items.filter(({ type }) => type === 'machine')).toEqual([answer.body]);
  });

  test('stands beside others of the same name', async () => {
    const first = await add(admin, 'labs');
    const second = await add(admin, 'labs');

    expect([first.status, second.status]).toEqual([201, 201]);
  });

  test('takes no address, and nobody else does without one', async () => {
    const path = world.at('acme', '/accounts');
    const named = { displayName: 'Somebody' };

    const machine = await admin.post(path, { ...named, type: 'machine', email: 'a@b.example' });
    const user = await admin.post(path, { ...named, type: 'user' });
    const person = await admin.post(path, named);

    expect([machine.status, user.status, person.status]).toEqual([422, 422, 422]);
    for (const { body } of [machine, user, person]) {
      expect(body).toMatchObject({ errors: [{ path: 'email' }] });
    }
  });

  test('[S25] is given no role that its maker could not give', async () => {
    const own = await add(admin, 'alder', 'PartnerAdministrator');
    const above = await add(admin, 'north', 'DistributorReader');
    const reader = await world.signIn('partner-reader@alder');

    expect(own.status).toBe(201);
    expect(above.status).toBe(404);
    expect((await add(reader, 'alder')).status).toBe(403);
  });

  test.each(['reset-mfa', 'require-password-change', 'password-reset', 'unlock'])(
    '[S25] has nothing to %s',
    async (deed) => {
      const machine = bodyOf(await add(admin, 'acme'));

      const answer = await admin.post(`/accounts/${machine.id}/${deed}`);

      expect(answer).toMatchObject({ status: 409, body: { code: 'account.machine' } });
    },
  );

  test('cannot be invited', async () => {
    const machine = bodyOf(await add(admin, 'acme'));

    const answer = await admin.post(`/accounts/${machine.id}/invitation`);

    expect(answer).toMatchObject({ status: 409, body: { code: 'account.not-invited' } });
  });

  test('is active again when it is enabled again', async () => {
    const machine = bodyOf(await add(admin, 'acme'));
    const path = `/accounts/${machine.id}`;

    const off = bodyOf(await admin.post<AccountWithGrants>(`${path}/disable`));
    const on = bodyOf(await admin.post<AccountWithGrants>(`${path}/enable`));

    expect([off.status, on.status]).toEqual(['disabled', 'active']);
  });
});

describe('an administrator that is a machine', () => {
  test.each([
    ['platform', 'PlatformAdministrator', 'platform-admin@platform'],
    ['birch', 'PartnerAdministrator', 'partner-admin@birch'],
  ] as const)(
    '[A15] does not count at %s, where one who signs in has to stay',
    async (at, role, name) => {
      await using own = await createWorld();
      const machine = bodyOf(await add(own.founder, at, role, own));
      const last = await own.signIn(name);
      const [held] = (await last.who()).grants;
      const program = await bearerOf(own, own.founder, { role, at, as: machine.id });
      const take = () => program.delete(`/grants/${held?.id ?? ''}`);

      const alone = await take();
      await own.signIn(`second-${name}`);
      const beside = await take();

      expect(alone).toMatchObject({ status: 403, body: { code: 'access.denied' } });
      expect(alone.text).toContain('the last');
      expect(beside.status).toBe(204);
    },
  );

  test('may go, though it be the only one', async () => {
    const machine = bodyOf(await add(admin, 'alder', 'PartnerAdministrator'));

    const answer = await admin.delete(`/accounts/${machine.id}`);

    expect(answer.status).toBe(204);
  });
});

describe('a token of a machine account', () => {
  test('[T4] acts as it, in a role no wider than its own', async () => {
    const machine = bodyOf(await add(admin, 'alder', 'PartnerAdministrator'));
    const made = await makeToken(world, admin, {
      role: 'TenantAdministrator',
      at: 'acme',
      as: machine.id,
    });
    const program = new Bearer(world.url, made.token);
    const unit = { ...newOrganisation('unit', 'Robots'), parentId: world.ids.acme };

    const { id } = bodyOf(await program.post<Organisation>('/organisations', unit));

    const who = await program.who();
    expect(who).toMatchObject({ account: { id: machine.id, type: 'machine' }, next: 'done' });
    expect(who.grants).toMatchObject([{ role: 'TenantAdministrator' }]);
    expect(made.maker).toEqual({ id: machine.id, displayName: 'PlatformService' });
    const record = await world.em.findOneOrFail(AuditRecord, { organisationId: id });
    expect(record.actorId).toBe(machine.id);
    expect(record.details).toMatchObject({ actor: 'PlatformService', token: { id: made.id } });
  });

  test('may only read where the machine only reads', async () => {
    const machine = bodyOf(await add(admin, 'acme', 'TenantReader'));
    bodyOf(
      await admin.post('/auth/reauthenticate', { password: 'a long walk through the forest' }),
    );

    const wide = await admin.post('/tokens', wish('TenantAdministrator', 'acme', machine.id));
    const above = await admin.post('/tokens', wish('PartnerReader', 'alder', machine.id));
    const fits = await admin.post('/tokens', wish('TenantReader', 'acme', machine.id));

    expect([wide.status, above.status, fits.status]).toEqual([422, 422, 201]);
    expect(wide.body).toMatchObject({ errors: [{ path: 'role' }] });
  });

  test('is made by nobody who could not give its role, nor change the account', async () => {
    const machine = bodyOf(await add(world.founder, 'alder', 'PartnerAdministrator'));
    const tenant = await world.signIn('tenant-admin@acme');
    const reader = await world.signIn('partner-reader@alder');

    const below = await tenant.post('/tokens', wish('TenantReader', 'acme', machine.id));
    const reading = await reader.post('/tokens', wish('TenantReader', 'acme', machine.id));

    expect([below.status, reading.status]).toEqual([404, 403]);
  });

  test('is for no account of a person', async () => {
    const { account } = await (await world.signIn('second-partner-admin@alder')).who();

    const answer = await admin.post('/tokens', wish('TenantReader', 'acme', account.id));

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'accountId' }] } });
  });

  test('is listed with the account', async () => {
    const machine = bodyOf(await add(admin, 'acme', 'TenantReader'));
    const made = await makeToken(world, admin, {
      role: 'TenantReader',
      at: 'acme',
      as: machine.id,
    });

    const { items } = bodyOf(await admin.get<Page<Token>>(`/accounts/${machine.id}/tokens`));

    expect(items.map(({ id }) => id)).toEqual([made.id]);
  });

  test('[S25] owes no second factor where everybody does', async () => {
    await using strict = await createWorld();
    const machine = bodyOf(await add(strict.founder, 'acme', 'TenantReader', strict));
    const to = { role: 'TenantReader', at: 'acme', as: machine.id } as const;
    const program = await bearerOf(strict, strict.founder, to);
    const settings = { mfa: 'everybody' };
    bodyOf(await strict.founder.patch(strict.at('acme', '/settings'), settings, { ifMatch: '*' }));

    const answer = await program.get(strict.at('acme'));

    expect(answer.status).toBe(200);
  });

  test('opens nothing once the machine holds no role', async () => {
    const machine = bodyOf(await add(admin, 'acme', 'TenantReader'));
    const program = await bearerOf(world, admin, {
      role: 'TenantReader',
      at: 'acme',
      as: machine.id,
    });
    const [held] = machine.grants as [Grant];

    const before = await program.get(world.at('acme'));
    bodyOf(await admin.delete(`/grants/${held.id}`));
    const after = await program.get(world.at('acme'));

    expect([before.status, after.status]).toEqual([200, 404]);
  });

  test.each([
    ['disabled', (id: string) => admin.post(`/accounts/${id}/disable`)],
    ['deleted', (id: string) => admin.delete(`/accounts/${id}`)],
  ])('[T5] stops when the machine is %s, sockets at once', async (_, stop) => {
    const machine = bodyOf(await add(admin, 'acme', 'TenantReader'));
    const program = await bearerOf(world, admin, {
      role: 'TenantReader',
      at: 'acme',
      as: machine.id,
    });
    await using live = await program.socket();

    bodyOf(await stop(machine.id));

    await live.until(({ isConnected }) => !isConnected);
    expect(live.ended).toBe('disabled');
    expect((await program.get(world.at('acme'))).status).toBe(401);
    await expect(program.socket()).rejects.toThrow(Refused);
  });
});
