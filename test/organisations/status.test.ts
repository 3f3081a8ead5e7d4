import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import { ChangeRow } from '../../server/core/changes/change.entity.ts';
import { newId } from '../../server/core/new-id.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { failedChecks } from '../access/failed-checks.ts';
import { PASSWORD, type PersonName, personOf } from '../support/people.ts';
import { newOrganisation, type PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;

type Verb = 'suspend' | 'activate';

function change({ id }: { id: string }, verb: Verb, session = founder) {
  return session.post<Organisation>(`/organisations/${id}/${verb}`);
}

function remove({ id }: { id: string }, session = founder) {
  return session.delete(`/organisations/${id}`);
}

/** Runs while a place of the world is suspended. */
async function whileSuspended<T>(place: PlaceName, run: () => Promise<T>): Promise<T> {
  bodyOf(await change({ id: world.ids[place] }, 'suspend'));
  try {
    return await run();
  } finally {
    bodyOf(await change({ id: world.ids[place] }, 'activate'));
  }
}

function signInAs(name: PersonName, session = world.stranger()) {
  return session.post('/auth/sign-in', { email: personOf(name).email, password: PASSWORD });
}

describe('suspending an organisation', () => {
  test('changes its own state, not what is below', async () => {
    const tenant = await world.create('tenant', 'alder');
    const unit = await world.create('unit', tenant);

    const { status, headers, body } = await change(tenant, 'suspend');

    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ status: 'suspended', version: 2 });
    const below = await founder.get<Organisation>(`/organisations/${unit.id}`);
    expect(below.body).toEqual(unit);
  });

  test('twice, or activating what is active, changes nothing', async () => {
    const tenant = await world.create('tenant', 'alder');

    const { body: stillActive } = await change(tenant, 'activate');
    const { body: suspended } = await change(tenant, 'suspend');
    const { body: again } = await change(tenant, 'suspend');

    expect(stillActive).toEqual(tenant);
    expect(again).toEqual(suspended);
  });

  test('can be taken back', async () => {
    const tenant = await world.create('tenant', 'alder');
    await change(tenant, 'suspend');

    const { body } = await change(tenant, 'activate');

    expect(body).toMatchObject({ status: 'active', version: 3 });
  });

  test('is for those above, not for its own people', async () => {
    const tenant = await world.signIn('tenant-admin@acme');
    const partner = await world.signIn('partner-admin@alder');

    const own = await change({ id: world.ids.acme }, 'suspend', tenant);
    const ownPartner = await change({ id: world.ids.alder }, 'suspend', partner);

    expect([own, ownPartner].map(failedChecks)).toEqual([['relationship'], ['relationship']]);
  });

  test('is not for the platform', async () => {
    const answer = await change({ id: world.ids.platform }, 'suspend');

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toContain('parent');
  });
});

describe('while an organisation above is suspended', () => {
  test.each<PersonName>(['partner-admin@alder', 'tenant-reader@acme', 'user@labs'])(
    '[H8] %s cannot sign in, then can again',
    async (name) => {
      await world.signIn(name);

      const during = await whileSuspended('alder', () => signInAs(name));

      expect(during).toMatchObject({
        status: 403,
        body: { code: 'access.denied', detail: 'Your organisation is suspended.' },
      });
      expect((await signInAs(name)).status).toBe(200);
    },
  );

  test('[H8] a wrong password is told nothing of it', async () => {
    await world.signIn('partner-admin@alder');
    const wrong = { email: personOf('partner-admin@alder').email, password: 'not the right one' };

    const answer = await whileSuspended('alder', () =>
      world.stranger().post('/auth/sign-in', wrong),
    );

    expect(answer).toMatchObject({ status: 401, body: { code: 'auth.failed' } });
  });

  test('[H8] sessions below open nothing', async () => {
    const session = await world.signIn('tenant-admin@acme');

    const [own, list] = await whileSuspended('alder', () =>
      Promise.all([session.get('/auth/session'), session.get('/organisations')]),
    );

    expect([own.status, list.status]).toEqual([401, 401]);
  });

  test('[H8] sockets below end', async () => {
    const session = await world.signIn('tenant-reader@acme');
    await using live = await session.socket();

    await whileSuspended('north', () => live.until(({ isConnected }) => !isConnected));

    expect(live.ended).not.toBeNull();
  });

  test('[H8] a role in it opens nothing to somebody from elsewhere', async () => {
    const session = await world.signIn('nobody@birch');
    const { account } = await session.who();
    const grant = { role: 'PartnerAdministrator', organisationId: world.ids.alder };
    bodyOf(await founder.post(`/accounts/${account.id}/grants`, grant));
    const before = await session.get(world.at('acme'));

    const [during, who] = await whileSuspended('alder', () =>
      Promise.all([session.get(world.at('acme')), session.who()]),
    );

    expect([before.status, during.status]).toEqual([200, 404]);
    expect(who.grants).toEqual([]);
  });

  test.each<['folder' | 'tenant' | 'unit', PlaceName]>([
    ['tenant', 'alder'],
    ['folder', 'grove'],
    ['unit', 'labs'],
  ])('[H8] no %s is created below, at %s', async (kind, parent) => {
    const input = { ...newOrganisation(kind, 'New'), parentId: world.ids[parent] };

    const answer = await whileSuspended('alder', () => founder.post('/organisations', input));

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toEqual(['state']);
    expect(answer.body.detail).toBe('Alder is suspended. It has to be activated first.');
  });

  test('[H8] nobody is invited, nor given a role, there', async () => {
    const { id } = await world.invite('nobody@acme');
    const person = { email: 'new@acme.example', displayName: 'New' };
    const grant = { role: 'TenantReader', organisationId: world.ids.acme };

    const answers = await whileSuspended('acme', () =>
      Promise.all([
        founder.post(world.at('acme', '/accounts'), person),
        founder.post(`/accounts/${id}/grants`, grant),
      ]),
    );

    expect(answers.map(failedChecks)).toEqual([['state'], ['state']]);
  });

  test('[H8] those above still see it, and may change it', async () => {
    const [seen, edited] = await whileSuspended('alder', () =>
      Promise.all([
        founder.get(world.at('acme')),
        founder.patch(world.at('acme'), { description: 'on hold' }, { ifMatch: '*' }),
      ]),
    );

    expect([seen.status, edited.status]).toEqual([200, 200]);
  });

  test('[H8] it stays suspended when only one of two is activated', async () => {
    await world.signIn('tenant-reader@acme');

    const answer = await whileSuspended('north', async () => {
      await whileSuspended('alder', () => Promise.resolve());
      return signInAs('tenant-reader@acme');
    });

    expect(answer.status).toBe(403);
  });
});

describe('deleting an organisation', () => {
  test('[H9] needs it to be suspended itself', async () => {
    const tenant = await world.create('tenant', 'alder');
    const unit = await world.create('unit', tenant);
    await change(tenant, 'suspend');

    const active = await remove(await world.create('tenant', 'alder'));
    const below = await remove(unit);

    expect(active).toMatchObject({ status: 409, body: { code: 'organisation.not-suspended' } });
    expect(below).toMatchObject({ status: 409, body: { code: 'organisation.not-suspended' } });
  });

  test('[H9] needs it to hold nothing', async () => {
    const tenant = await world.create('tenant', 'alder');
    await world.create('unit', tenant);
    await change(tenant, 'suspend');

    const answer = await remove(tenant);

    expect(answer).toMatchObject({ status: 409, body: { code: 'organisation.not-empty' } });
    expect((await founder.get(`/organisations/${tenant.id}`)).status).toBe(200);
  });

  test('[H9] leaves nothing to be found', async () => {
    const tenant = await world.create('tenant', 'alder', { externalId: 'gone-1' });
    await change(tenant, 'suspend');

    const answer = await remove(tenant);

    expect([answer.status, answer.text]).toEqual([204, '']);
    const path = `/organisations/${tenant.id}`;
    const doors = [path, `${path}/billing`, `${path}/children`, `${path}/activity`];
    const unknown = await founder.get(`/organisations/${newId()}`);
    for (const door of doors) {
      expect(await founder.get(door)).toMatchObject({ status: 404, text: unknown.text });
    }
    const list = await founder.get<Page<Organisation>>('/organisations?q=gone-1');
    expect(bodyOf(list).items).toEqual([]);
  });

  test('[H7] frees its external id', async () => {
    const tenant = await world.create('tenant', 'alder', { externalId: 'free-1' });
    await change(tenant, 'suspend');
    await remove(tenant);

    const next = await world.create('tenant', 'alder', { externalId: 'free-1' });

    expect(next.id).not.toBe(tenant.id);
  });

  test('takes its people, their sessions and roles along', async () => {
    const { session, accountId } = await somebodyAt(await world.create('partner', 'north'));
    const home = (await session.who()).account.organisationId;
    const grant = { role: 'PartnerReader', organisationId: world.ids.alder };
    bodyOf(await founder.post(`/accounts/${accountId}/grants`, grant));
    bodyOf(await change({ id: home }, 'suspend'));
    const head = await headOf(world.em);

    bodyOf(await remove({ id: home }));

    expect((await founder.get(`/accounts/${accountId}`)).status).toBe(404);
    expect((await session.get('/auth/session')).status).toBe(401);
    const rows = await world.em.find(ChangeRow, { seq: { $gt: head } });
    expect(rows.map(({ op, resource }) => `${op} ${resource}`).sort()).toEqual([
      'delete account',
      'delete billing',
      'delete grant',
      'delete grant',
      'delete onboarding',
      'delete onboardingState',
      'delete organisation',
      'delete settings',
    ]);
  });

  test('is for those above it', async () => {
    const tenant = await world.signIn('tenant-admin@acme');

    const answer = await remove({ id: world.ids.acme }, tenant);

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toEqual(['relationship']);
  });

  test('is not for somebody whose own home it is', async () => {
    const { session, accountId } = await somebodyAt(await world.create('tenant', 'birch'));
    const home = (await session.who()).account.organisationId;
    const grant = { role: 'PartnerAdministrator', organisationId: world.ids.birch };
    bodyOf(await founder.post(`/accounts/${accountId}/grants`, grant));

    const suspended = await change({ id: home }, 'suspend', session);
    const removed = await remove({ id: home }, session);

    expect([suspended.status, removed.status]).toEqual([200, 401]);
  });

  test('is refused while its people hold more than one could take', async () => {
    const { accountId } = await somebodyAt(await world.create('tenant', 'alder'));
    const { body: account } = await founder.get<{ organisationId: string }>(
      `/accounts/${accountId}`,
    );
    const grant = { role: 'DistributorReader', organisationId: world.ids.south };
    bodyOf(await founder.post(`/accounts/${accountId}/grants`, grant));
    bodyOf(await change({ id: account.organisationId }, 'suspend'));
    const partner = await world.signIn('partner-admin@alder');

    const below = await remove({ id: account.organisationId }, partner);
    const above = await remove({ id: account.organisationId });

    expect(failedChecks(below)).toEqual(['state']);
    expect(above.status).toBe(204);
  });
});

/** Somebody new at home, and an administrator, in an organisation just made. */
async function somebodyAt({ id, kind }: Organisation) {
  const email = `${id}@canopy.example`;
  const role = kind === 'partner' ? 'PartnerAdministrator' : 'TenantAdministrator';
  const person = { email, displayName: 'Somebody', grants: [{ role }] };
  const path = `/organisations/${id}/accounts`;
  const { id: accountId } = bodyOf(await founder.post<{ id: string }>(path, person));
  const [mail] = await world.mailsTo(email);
  const token = /\/invitations\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
  const session: Session = world.stranger();
  const accept = { displayName: 'Somebody', password: PASSWORD };
  bodyOf(await session.post(`/invitations/${token}/accept`, accept));
  return { session, accountId };
}

describe('the reason of a suspension or a lock', () => {
  test('[H15] stays with the state, with who and when, and goes with it', async () => {
    const tenant = await world.create('tenant', 'alder');
    const admin = await world.signIn('tenant-admin@acme');
    const at = `/organisations/${tenant.id}`;
    const partner = await world.signIn('partner-admin@alder');
    const name = (await partner.who()).account.displayName;

    const suspended = await partner.post<Organisation>(`${at}/suspend`, { reason: ' Unpaid ' });
    const locked = await partner.post<Organisation>(`${at}/lock`, { reason: '' });

    expect(suspended.body).toMatchObject({ suspendedBy: name, suspendReason: 'Unpaid' });
    expect(suspended.body.suspendedOn).not.toBeNull();
    expect(locked.body).toMatchObject({ lockedBy: name, lockReason: null });
    expect(bodyOf(await founder.get(at))).toEqual(locked.body);
    expect((await admin.get(at)).status).toBe(404);
    await partner.post(`${at}/unlock`);
    const { body } = await partner.post<Organisation>(`${at}/activate`);
    expect(body).toMatchObject({ suspendedBy: null, suspendedOn: null, suspendReason: null });
    expect(body).toMatchObject({ lockedBy: null, lockedOn: null, lockReason: null });
  });

  test('[H15] has its length', async () => {
    const { status } = await founder.post(world.at('labs', '/suspend'), {
      reason: 'x'.repeat(501),
    });

    expect(status).toBe(422);
  });
});
