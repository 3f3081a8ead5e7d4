import { describe, expect, test } from 'vitest';
import type { Grant } from '../../shared/access/contract.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { invitationToken, type ReadMail } from '../support/outbox.ts';
import { PASSWORD, type PersonName, personOf } from '../support/people.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld, type World } from '../support/world.ts';
import { failedChecks } from './failed-checks.ts';

const world = await shareWorld();

async function grantOf(session: Session, role: Role): Promise<Grant> {
  const { grants } = await session.who();
  return grants.find((grant) => grant.role === role) as Grant;
}

async function grantAt(session: Session, place: PlaceName): Promise<Grant> {
  const { grants } = await session.who();
  return grants.find(({ organisation }) => organisation.id === world.ids[place]) as Grant;
}

async function give(session: Session, role: Role, place: PlaceName, of = world): Promise<Grant> {
  const { account } = await session.who();
  const input = { role, organisationId: of.ids[place] };
  return bodyOf(await of.founder.post<Grant>(`/accounts/${account.id}/grants`, input));
}

const take = (by: Session, { id }: { id: string }) => by.delete(`/grants/${id}`);

async function ownPath(session: Session): Promise<string> {
  return `/accounts/${(await session.who()).account.id}`;
}

/** Lets somebody sign in who was invited before. */
async function accept(name: PersonName, of: World): Promise<Session> {
  const { email, displayName } = personOf(name);
  const [mail] = await of.mailsTo(email);
  const session = of.stranger();
  const path = `/invitations/${invitationToken(mail as ReadMail)}/accept`;
  bodyOf(await session.post(path, { displayName, password: PASSWORD }));
  return session;
}

/** Somebody who could sign in, and no longer can. */
async function disable(name: PersonName): Promise<void> {
  const path = await ownPath(await world.signIn(name));
  bodyOf(await world.founder.post(`${path}/disable`));
}

/** How many administer an organisation itself. */
async function administratorsAt(place: PlaceName, of = world): Promise<number> {
  const { items } = bodyOf(await of.founder.get<Page<Grant>>(of.at(place, '/grants')));
  return items.filter(({ role }) => role.endsWith('Administrator')).length;
}

describe('[A13] one’s own last administrative role', () => {
  test.each<[PersonName, Role]>([
    ['platform-admin@platform', 'PlatformAdministrator'],
    ['distributor-admin@north', 'DistributorAdministrator'],
    ['partner-admin@alder', 'PartnerAdministrator'],
    ['tenant-admin@acme', 'TenantAdministrator'],
  ])('is kept by %s, whoever else has it', async (name, role) => {
    const session = await world.signIn(name);
    await world.signIn(`second-${name}` as PersonName);

    const answer = await take(session, await grantOf(session, role));

    expect(answer).toMatchObject({
      status: 403,
      body: { detail: 'This is your own last administrative role; somebody else has to take it.' },
    });
    expect(failedChecks(answer)).toEqual(['state']);
    expect((await session.get('/organisations')).status).toBe(200);
  });

  test('is no less the last for a reader’s role besides', async () => {
    const session = await world.signIn('partner-admin@birch');
    await give(session, 'TenantReader', 'gamma');
    await world.signIn('second-partner-admin@birch');

    const answer = await take(session, await grantOf(session, 'PartnerAdministrator'));

    expect(failedChecks(answer)).toEqual(['state']);
  });

  test('is not the last while there is another', async () => {
    const session = await world.signIn('tenant-admin@beta');
    await world.signIn('second-tenant-admin@beta');
    await give(session, 'PartnerAdministrator', 'grove');

    const answer = await take(session, await grantOf(session, 'TenantAdministrator'));

    expect(answer.status).toBe(204);
  });

  test('is kept when one would disable oneself', async () => {
    const session = await world.signIn('partner-admin@alder');

    const answer = await session.post(`${await ownPath(session)}/disable`);

    expect(failedChecks(answer)).toEqual(['state']);
    expect((await session.get('/auth/session')).status).toBe(200);
  });

  test('is kept when one would delete oneself', async () => {
    const session = await world.signIn('partner-admin@alder');

    const answer = await session.delete(await ownPath(session));

    expect(failedChecks(answer)).toEqual(['state']);
    expect((await session.get('/auth/session')).status).toBe(200);
  });

  test('is nothing that a reader has to keep', async () => {
    const admin = await world.signIn('tenant-admin@gamma');
    const { id } = await give(admin, 'PartnerReader', 'birch');
    const partner = await world.signIn('partner-admin@birch');

    expect((await take(partner, { id })).status).toBe(204);
  });
});

describe('[A14] the last administrator of an organisation', () => {
  test('goes only by somebody above it', async () => {
    const session = await world.signIn('partner-admin@cedar');
    await give(session, 'PartnerAdministrator', 'birch');
    const distributor = await world.signIn('distributor-admin@south');
    const last = await grantAt(session, 'cedar');

    const own = await take(session, last);
    const above = await take(distributor, last);

    expect(own.body).toMatchObject({
      status: 403,
      detail:
        'This is the last administrator of Cedar; only an administrator above Cedar can take the role.',
    });
    expect(above.status).toBe(204);
    expect(await administratorsAt('cedar')).toBe(0);
  });

  test('goes by anybody within while there is another', async () => {
    const first = await world.signIn('tenant-admin@labs');
    const second = await world.signIn('second-tenant-admin@labs');

    const answer = await take(first, await grantOf(second, 'TenantAdministrator'));

    expect(answer.status).toBe(204);
  });

  test.each<[string, PlaceName, (other: PersonName) => Promise<unknown>]>([
    ['was only invited', 'delta', (other) => world.invite(other)],
    ['was disabled', 'bench', disable],
  ])('is last still when another %s', async (_, place, another) => {
    const session = await world.signIn(`tenant-admin@${place}`);
    await give(session, 'TenantAdministrator', 'gamma');
    await another(`second-tenant-admin@${place}`);
    const last = await grantAt(session, place);

    const own = await take(session, last);

    expect(failedChecks(own)).toEqual(['state']);
    expect(await administratorsAt(place)).toBe(2);
  });

  test('may disable the others, but then not themselves', async () => {
    const session = await world.signIn('partner-admin@grove');
    const other = await world.signIn('second-partner-admin@grove');

    const taken = await session.post(`${await ownPath(other)}/disable`);
    const own = await session.post(`${await ownPath(session)}/disable`);
    const above = await world.founder.post(`${await ownPath(session)}/disable`);

    expect([taken, own, above].map(({ status }) => status)).toEqual([200, 403, 200]);
  });

  test('is deleted only by somebody above', async () => {
    const tenant = await world.create('tenant', 'birch');
    const person = {
      email: 'last@canopy.example',
      displayName: 'Last',
      grants: [{ role: 'TenantAdministrator' }],
    };
    const path = `/organisations/${tenant.id}/accounts`;
    const { id } = bodyOf(await world.founder.post<AccountWithGrants>(path, person));
    const partner = await world.signIn('partner-admin@birch');

    expect((await partner.delete(`/accounts/${id}`)).status).toBe(204);
  });
});

describe('[A15] the last administrator of the platform', () => {
  test('is kept, whatever else they hold', async () => {
    await using own = await createWorld();
    await give(own.founder, 'TenantAdministrator', 'acme', own);
    const last = await grantOf(own.founder, 'PlatformAdministrator');

    const taken = await take(own.founder, last);
    const disabled = await own.founder.post(`${await ownPath(own.founder)}/disable`);

    expect(taken.body.detail).toBe('Platform needs an active administrator, and this is the last.');
    expect(failedChecks(disabled)).toEqual(['state']);
    expect(await administratorsAt('platform', own)).toBe(1);
  });

  test('is not kept by who has not accepted yet', async () => {
    await using own = await createWorld();
    await give(own.founder, 'TenantAdministrator', 'acme', own);
    await own.invite('second-platform-admin@platform');
    const last = await grantOf(own.founder, 'PlatformAdministrator');

    const before = await take(own.founder, last);
    const other = await accept('second-platform-admin@platform', own);
    const after = await take(own.founder, last);

    expect([before.status, after.status]).toEqual([403, 204]);
    expect((await other.get('/organisations')).status).toBe(200);
  });

  test('remains when two take each other’s role at once', async () => {
    await using own = await createWorld();
    const other = await own.signIn('second-platform-admin@platform');
    const [first, second] = [
      await grantOf(own.founder, 'PlatformAdministrator'),
      await grantOf(other, 'PlatformAdministrator'),
    ];

    const answers = await Promise.all([take(own.founder, second), take(other, first)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    const left = answers[0]?.status === 204 ? own.founder : other;
    const { items } = bodyOf(await left.get<Page<Grant>>(own.at('platform', '/grants')));
    expect(items).toHaveLength(1);
  });

  test('remains when two disable each other at once', async () => {
    await using own = await createWorld();
    const other = await own.signIn('second-platform-admin@platform');
    const paths = [await ownPath(own.founder), await ownPath(other)];

    const answers = await Promise.all([
      own.founder.post(`${paths[1]}/disable`),
      other.post(`${paths[0]}/disable`),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });
});
