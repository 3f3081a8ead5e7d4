import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../server/core/new-id.ts';
import type { Action } from '../../shared/access/actions.ts';
import type { Explanation } from '../../shared/access/contract.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { PersonName } from '../support/people.ts';
import { newOrganisation, type PlaceName } from '../support/places.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld, type World } from '../support/world.ts';
import { failedChecks } from '../access/failed-checks.ts';
import { sessionsOf } from '../access/sessions-of.ts';

const world = await shareWorld();
const sessionFor = sessionsOf(world);

interface Question {
  action: Action;
  at: PlaceName;
  account?: string;
}

function ask(by: Session, { action, at, account }: Question, of = world) {
  const query = `action=${action}&at=${of.ids[at]}${account ? `&account=${account}` : ''}`;
  return by.get<Explanation & Partial<Problem>>(`/access/explain?${query}`);
}

async function accountOf(session: Session): Promise<string> {
  return (await session.who()).account.id;
}

async function give(account: string, role: Role, place: PlaceName): Promise<void> {
  const input = { role, organisationId: world.ids[place] };
  bodyOf(await world.founder.post(`/accounts/${account}/grants`, input));
}

describe('asking what one may do oneself', () => {
  test('answers with every check, all passed', async () => {
    const partner = await sessionFor('partner-admin@alder');

    const { status, body } = await ask(partner, {
      action: 'organisation.createTenant',
      at: 'alder',
    });

    expect(status).toBe(200);
    expect(body.allowed).toBe(true);
    expect(body.checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['role', true],
      ['relationship', true],
      ['parent', true],
      ['self-provisioning', true],
      ['barrier', true],
      ['state', true],
    ]);
  });

  test('[A7] names what fails, in a sentence', async () => {
    const reader = await sessionFor('partner-reader@alder');

    const { body } = await ask(reader, { action: 'organisation.edit', at: 'acme' });

    expect(body.allowed).toBe(false);
    expect(body.checks[0]).toMatchObject({ name: 'role', ok: false });
    expect(body.checks[0]?.detail).toMatch(/^Partner reader may not change its name and details/);
  });

  test('is the same with one’s own account named', async () => {
    const tenant = await sessionFor('tenant-admin@acme');
    const question = { action: 'organisation.suspend', at: 'acme' } as const;

    const unnamed = await ask(tenant, question);
    const named = await ask(tenant, { ...question, account: await accountOf(tenant) });

    expect(named.body).toEqual(unnamed.body);
  });

  test.each([
    ['no action', 'at=*'],
    ['no place', 'action=organisation.edit'],
    ['an unknown action', 'action=organisation.fly&at=*'],
    ['a place that is no id', 'action=organisation.edit&at=acme'],
    ['an account that is no id', 'action=organisation.edit&at=*&account=ada'],
    ['something unknown', 'action=organisation.edit&at=*&colour=green'],
  ])('is refused with %s', async (_, query) => {
    const path = `/access/explain?${query.replace('*', world.ids.acme)}`;

    const answer = await world.founder.get(path);

    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });
});

describe('[A8] asking what somebody else may do', () => {
  test('answers by their roles, not by one’s own', async () => {
    const partner = await sessionFor('partner-admin@alder');
    const account = await accountOf(await sessionFor('tenant-reader@acme'));

    const see = await ask(partner, { action: 'directory.view', at: 'labs', account });
    const edit = await ask(partner, { action: 'organisation.edit', at: 'labs', account });

    expect([see.body.allowed, edit.body.allowed]).toEqual([true, false]);
    expect(edit.body.checks[0]?.detail).toMatch(/^Tenant reader may not/);
  });

  test('is for readers too', async () => {
    const reader = await sessionFor('partner-reader@alder');
    const account = await accountOf(await sessionFor('tenant-admin@acme'));

    const { body } = await ask(reader, { action: 'organisation.edit', at: 'acme', account });

    expect(body.allowed).toBe(true);
  });

  test.each<[PersonName, string]>([
    ['partner-admin@birch', 'beside'],
    ['distributor-admin@north', 'above'],
  ])('of %s, %s the scope, finds nobody', async (name) => {
    const partner = await sessionFor('partner-admin@alder');
    const account = await accountOf(await sessionFor(name));
    const question = { action: 'organisation.edit', at: 'acme' } as const;

    const hidden = await ask(partner, { ...question, account });
    const unknown = await ask(partner, { ...question, account: newId() });

    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(unknown.text);
  });

  test('at a place outside the scope finds no place', async () => {
    const partner = await sessionFor('partner-admin@alder');
    const account = await accountOf(await sessionFor('tenant-reader@acme'));
    const path = '/access/explain?action=directory.view&at=';

    const hidden = await ask(partner, { action: 'directory.view', at: 'gamma', account });
    const unknown = await partner.get(`${path}${newId()}`);

    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(unknown.text);
  });

  test('over a closed barrier is refused', async () => {
    const partner = await sessionFor('partner-admin@birch');
    const tenant = await sessionFor('tenant-admin@gamma');
    const account = await accountOf(tenant);
    bodyOf(await tenant.put(world.at('gamma', '/access'), { managementMode: 'self-managed' }));

    const answer = await ask(partner, { action: 'organisation.edit', at: 'gamma', account });

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toEqual(['barrier']);
  });

  test('says nothing of the roles they hold elsewhere', async () => {
    const partner = await sessionFor('partner-admin@alder');
    const account = await accountOf(await sessionFor('nobody@acme'));
    await give(account, 'DistributorReader', 'south');

    const { text, body } = await ask(partner, { action: 'organisation.edit', at: 'acme', account });

    expect(body.allowed).toBe(false);
    expect(text).not.toMatch(/distributor reader/i);
  });

  test('counts a role that reaches from above the scope', async () => {
    const partner = await sessionFor('partner-admin@alder');
    const account = await accountOf(await sessionFor('second-nobody@acme'));
    await give(account, 'DistributorAdministrator', 'north');

    const { body } = await ask(partner, { action: 'organisation.edit', at: 'acme', account });

    expect(body.allowed).toBe(true);
  });

  test('tells of an account that is disabled, or only invited', async () => {
    const account = await accountOf(await sessionFor('second-tenant-admin@acme'));
    bodyOf(await world.founder.post(`/accounts/${account}/disable`));
    const { id: invited } = await world.invite('tenant-admin@labs');
    const question = { action: 'organisation.edit', at: 'labs' } as const;

    const answers = [
      await ask(world.founder, { ...question, account }),
      await ask(world.founder, { ...question, account: invited }),
    ];

    expect(answers.map(({ body }) => body.checks.filter(({ ok }) => !ok))).toMatchObject([
      [{ name: 'state', detail: 'The account is disabled.' }],
      [{ name: 'state', detail: 'The invitation has not been accepted yet.' }],
    ]);
  });

  test('tells of an account whose home is suspended', async () => {
    const account = await accountOf(await sessionFor('tenant-admin@beta'));
    await give(account, 'TenantAdministrator', 'acme');
    bodyOf(await world.founder.post(world.at('beta', '/suspend')));
    const ownPlace = { action: 'directory.view', at: 'beta', account } as const;
    const elsewhere = { action: 'directory.view', at: 'acme', account } as const;

    const [own, other] = [await ask(world.founder, ownPlace), await ask(world.founder, elsewhere)];

    expect(other.body.checks.filter(({ ok }) => !ok)).toMatchObject([
      { name: 'state', detail: 'Beta is suspended, so nobody of it can sign in.' },
    ]);
    expect(own.body.allowed).toBe(false);
  });

  test('counts no role in a suspended branch', async () => {
    const account = await accountOf(await sessionFor('nobody@cedar'));
    await give(account, 'TenantAdministrator', 'delta');
    const question = { action: 'directory.view', at: 'delta', account } as const;
    const before = await ask(world.founder, question);
    bodyOf(await world.founder.post(world.at('delta', '/suspend')));

    const after = await ask(world.founder, question);

    expect([before.body.allowed, after.body.allowed]).toEqual([true, false]);
    expect(after.body.checks[0]?.detail).toMatch(/^No role is held here/);
  });
});

const any = { ifMatch: '*' };
let made = 0;

/** What is really done, for as many actions as can be done over and over. */
const deeds: [Action, PlaceName, (by: Session, of: World) => Promise<Answer<unknown>>][] = [
  ['directory.view', 'acme', (by, of) => by.get(of.at('acme'))],
  ['accounts.view', 'acme', (by, of) => by.get(of.at('acme', '/accounts'))],
  ['access.view', 'acme', (by, of) => by.get(of.at('acme', '/grants'))],
  ['billing.view', 'acme', (by, of) => by.get(of.at('acme', '/billing'))],
  ['settings.view', 'alder', (by, of) => by.get(of.at('alder', '/settings'))],
  ['organisation.edit', 'acme', (by, of) => by.patch(of.at('acme'), {}, any)],
  ['organisation.edit', 'labs', (by, of) => by.patch(of.at('labs'), {}, any)],
  ['billing.edit', 'acme', (by, of) => by.patch(of.at('acme', '/billing'), {}, any)],
  ['settings.edit', 'alder', (by, of) => by.patch(of.at('alder', '/settings'), {}, any)],
  ['organisation.activate', 'acme', (by, of) => by.post(of.at('acme', '/activate'))],
  ['organisation.lock', 'beta', (by, of) => by.post(of.at('beta', '/lock'))],
  ['organisation.createPartner', 'alder', create('partner', 'alder')],
  ['organisation.createFolder', 'grove', create('folder', 'grove')],
  ['organisation.createTenant', 'alder', create('tenant', 'alder')],
  ['organisation.createTenant', 'north', create('tenant', 'north')],
  ['organisation.createUnit', 'acme', create('unit', 'acme')],
  ['organisation.createUnit', 'labs', create('unit', 'labs')],
  ['account.invite', 'acme', invite('acme')],
];

const everybody: PersonName[] = [
  'platform-admin@platform',
  'distributor-admin@north',
  'partner-admin@alder',
  'partner-reader@alder',
  'partner-admin@grove',
  'tenant-admin@acme',
  'tenant-reader@acme',
  'tenant-admin@labs',
  'partner-admin@birch',
];

describe.each<[string, (of: World, cast: Map<PersonName, Session>) => Promise<void>]>([
  ['as it begins', () => Promise.resolve()],
  ['with denials, a barrier and a lock', makeOdd],
])('the answers in a world %s', async (_, prepare) => {
  const of = await shareWorld();
  const cast = new Map<PersonName, Session>();

  beforeAll(async () => {
    for (const name of everybody) cast.set(name, await of.signIn(name));
    await prepare(of, cast);
  });

  test.each(deeds)('[A8] equal what %s at %s then does', async (action, at, act) => {
    for (const [name, session] of cast) {
      const told = await ask(session, { action, at }, of);

      const done = await act(session, of);

      const { checks } = done.body as { checks?: unknown };
      const isHidden = told.status === 404;
      expect([name, isHidden]).toEqual([name, done.status === 404]);
      expect([name, told.body.allowed ?? false]).toEqual([name, done.status < 300]);
      if (checks) expect(told.body.checks).toEqual(checks);
    }
  });
});

test('[A8] the answers are alike whoever asks', async () => {
  await using of = await createWorld();
  for (const name of [
    'distributor-admin@north',
    'partner-reader@alder',
    'tenant-admin@acme',
  ] as const) {
    const session = await of.signIn(name);
    const account = await accountOf(session);
    for (const [action, at] of deeds) {
      const own = await ask(session, { action, at }, of);

      const asked = await ask(of.founder, { action, at, account }, of);

      // who could lift it is told as far as each may see
      const seen = asked.body.remedies?.map(({ check, what }) => ({ check, what }));
      const known = own.body.remedies?.map(({ check, what }) => ({ check, what }));
      if (own.status !== 404) {
        const { allowed, checks } = own.body;
        expect({ ...asked.body, remedies: seen }).toEqual({ allowed, checks, remedies: known });
      } else expect(asked.body.allowed).toBe(false);
    }
  }
});

/** A world in which every kind of check has something to say. */
async function makeOdd(of: World, cast: Map<PersonName, Session>): Promise<void> {
  const by = (name: PersonName) => cast.get(name) as Session;
  const deny = (place: PlaceName, key: string) =>
    of.founder.patch(of.at(place, '/settings'), { selfProvisioning: { [key]: 'deny' } }, any);
  bodyOf(await deny('north', 'partner.createTenant'));
  bodyOf(await deny('alder', 'tenant.createUnit'));
  bodyOf(await deny('alder', 'tenant.inviteAccount'));
  bodyOf(await of.founder.patch(of.at('alder', '/settings'), { subPartners: true }, any));
  bodyOf(await by('partner-admin@alder').post(of.at('acme', '/lock')));
  bodyOf(
    await by('tenant-admin@labs').put(of.at('labs', '/access'), { managementMode: 'self-managed' }),
  );
  bodyOf(await of.founder.post(of.at('grove', '/suspend')));
}

function create(kind: Parameters<typeof newOrganisation>[0], parent: PlaceName) {
  return (by: Session, of: World) =>
    by.post('/organisations', {
      ...newOrganisation(kind, `New ${(made += 1)}`),
      parentId: of.ids[parent],
    });
}

function invite(place: PlaceName) {
  return (by: Session, of: World) =>
    by.post(of.at(place, '/accounts'), {
      email: `new-${(made += 1)}@canopy.example`,
      displayName: 'New',
    });
}
