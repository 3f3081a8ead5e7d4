import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../server/features.ts';
import type { Grant } from '../../shared/access/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { makeToken } from '../support/bearer.ts';
import { isOnPostgres } from '../support/database.ts';
import { type PersonName, personOf, roleOf } from '../support/people.ts';
import { pathOf, type PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld, type World } from '../support/world.ts';
import { callers, folders, plainRows, rows } from './matrix.data.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { OnboardingTemplate } from '../../shared/onboarding/templates/contract.ts';
import { type PlainRow, provider, type Row } from './matrix-row.ts';

/** Where the barrier stands in the second world, between those above and all targets. */
const CLOSED: PlaceName = 'alder';

/** The account of each world that is read, changed and disabled. */
const accounts = new Map<World, string>();

/** The account of each world whose way in is reset: somebody who has one, and does not call. */
const activeAccounts = new Map<World, string>();

let unique = 0;

/** On PostgreSQL the harder half is enough: the rules are the same, only the queries are not. */
const modes = isOnPostgres() ? ['self-managed'] : ['managed', 'self-managed'];
const people = isOnPostgres()
  ? callers.filter((name) => !/@(south|grove|beta|labs)$/.test(name))
  : callers;

describe.each(modes)('in a %s branch', async (managementMode) => {
  const world = await shareWorld();
  const cast = new Map<PersonName, Session>();
  let steward: Session;

  beforeAll(async () => {
    world.clock.stop(); // everybody has just signed in, however slow the machine is
    for (const name of people) cast.set(name, await world.signIn(name));
    accounts.set(world, (await world.invite('second-nobody@acme')).id);
    activeAccounts.set(world, (await (await world.signIn('user@acme')).who()).account.id);
    steward = cast.get('partner-admin@alder') as Session;
    bodyOf(await steward.put(world.at(CLOSED, '/access'), { managementMode }));
  });

  test.each(rows.map((row) => [row.operation, row] as const))('%s', async (_, row) => {
    const answers: Record<string, number> = {};
    const expected: Record<string, number> = {};

    for (const [name, session] of cast) {
      const path = await pathFor(world, steward, row);
      answers[name] = await call(world, session, row, path);
      expected[name] = answerFor(name, row, managementMode === 'self-managed');
      if (!row.undo || answers[name] >= 300) continue;
      await undo(session, row, path);
      if (row.endsSessions) await signInAgain(world, cast, row.target);
    }
    const path = await pathFor(world, steward, row);
    answers['signed out'] = await call(world, world.stranger(), row, path);

    expect(answers).toEqual({ ...expected, 'signed out': 401 });
  });
});

describe('a reader of the platform in a closed branch whose glass is broken', async () => {
  const name: PersonName = 'platform-reader@platform';
  const world = await shareWorld();
  let steward: Session;
  let reader: Session;

  beforeAll(async () => {
    world.clock.stop();
    accounts.set(world, (await world.invite('second-nobody@acme')).id);
    activeAccounts.set(world, (await (await world.signIn('user@acme')).who()).account.id);
    steward = await world.signIn('partner-admin@alder');
    reader = await world.signIn(name);
    bodyOf(await steward.put(world.at(CLOSED, '/access'), { managementMode: 'self-managed' }));
    const emergency = { reason: 'The importer burns.', hours: 1 };
    bodyOf(await world.founder.post(world.at(CLOSED, '/break-glass'), emergency));
  });

  test.each(rows.map((row) => [row.operation, row] as const))(
    'may %s as if it were open, and no more',
    async (_, row) => {
      const path = await pathFor(world, steward, row);

      expect(await call(world, reader, row, path)).toBe(answerFor(name, row, false));
    },
  );
});

describe('where roles do not matter', async () => {
  const world = await shareWorld();

  test.each(plainRows.map((row) => [row.route, row] as const))('%s', async (_, row) => {
    const path = row.endpoint.path.replace(/:\w+/, 'unknown');
    const session = await world.signIn('tenant-reader@acme');

    const everybody = await call(world, session, row, path);
    const signedOut = await call(world, world.stranger(), row, path);

    expect({ everybody, signedOut }).toEqual({
      everybody: row.everybody,
      signedOut: row.signedOut ?? row.everybody,
    });
  });

  test('every feature with routes has a part of the matrix', () => {
    const serving = features.filter(({ routes }) => routes).map(({ name }) => name);

    expect([...folders].sort()).toEqual([...serving, 'core'].sort());
  });

  test('every route of the API is in the matrix', () => {
    const routes = world.server.running.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.slice('/api'.length)}`);

    const listed = new Set([...rows, ...plainRows].map(({ route }) => route));

    expect([...new Set(routes)].sort()).toEqual([...listed].sort());
  });
});

/** What the table says: allowed, forbidden within scope, or as if it did not exist. */
function answerFor(name: PersonName, row: Row, isClosed: boolean): number {
  const { place } = personOf(name);
  const role = roleOf(name);
  const way = pathOf(row.target);
  if (!role || !way.includes(place)) return 404;
  const isOver = isClosed && way.includes(CLOSED) && !pathOf(place).includes(CLOSED);
  const allowed = place === row.target && !isOver ? row.at : isOver ? row.overBarrier : row.above;
  return allowed?.includes(role) ? (row.answers ?? 200) : 403;
}

async function call(world: World, session: Session, row: Row | PlainRow, path: string) {
  const { status } = await session.raw(row.endpoint.method, path, {
    ...(row.body && { body: filled(world, JSON.stringify(row.body)) }),
    headers: { 'if-match': '*', ...(row.body && { 'content-type': 'application/json' }) },
  });
  return status;
}

async function pathFor(world: World, steward: Session, row: Row): Promise<string> {
  const { path } = row.endpoint;
  const id = path.includes(':id') ? await recordFor(world, steward, row) : '';
  return (
    path.replace(':id', id).replace(':step', 'contract-signed') +
    (row.query ? `?${filled(world, row.query)}` : '')
  );
}

async function recordFor(world: World, steward: Session, { of, target }: Row): Promise<string> {
  if (of === undefined) return world.ids[target];
  if (of === 'new suspended tenant') return suspendedTenant(world, steward);
  if (of === 'new deleted tenant') {
    const id = await suspendedTenant(world, steward);
    bodyOf(await steward.delete(`/organisations/${id}`));
    return id;
  }
  if (of === 'new grant') {
    const account = await newMachine(world, steward, target);
    const grant = { role: 'TenantReader', organisationId: world.ids[target] };
    return bodyOf(await steward.post<Grant>(`/accounts/${account}/grants`, grant)).id;
  }
  if (of === 'new token') {
    return (await makeToken(world, steward, { role: 'TenantReader', at: target })).id;
  }
  if (of === 'new provider') {
    return bodyOf(await world.founder.post<{ id: string }>('/federation/providers', provider)).id;
  }
  if (of === 'new draft') return draftOf(world.founder, 'partner');
  if (of === 'active account') return activeAccounts.get(world) ?? '';
  if (of === 'new account') return newAccount(world, steward, target);
  return accounts.get(world) ?? '';
}

/** The template of a kind, with a draft. */
async function draftOf(founder: Session, kind: string): Promise<string> {
  const path = '/onboarding-templates';
  await founder.post(path, { kind });
  const { items } = bodyOf(await founder.get<Page<OnboardingTemplate>>(path));
  return items.find((template) => template.kind === kind)?.id ?? '';
}

async function newAccount(world: World, steward: Session, place: PlaceName): Promise<string> {
  const person = { email: filled(world, '@new'), displayName: 'Somebody new' };
  return bodyOf(await steward.post<AccountWithGrants>(world.at(place, '/accounts'), person)).id;
}

/** Nobody is written to for it: each table row makes one for every caller. */
async function newMachine(world: World, steward: Session, place: PlaceName): Promise<string> {
  const machine = { type: 'machine', displayName: 'A program' };
  return bodyOf(await steward.post<AccountWithGrants>(world.at(place, '/accounts'), machine)).id;
}

async function suspendedTenant(world: World, steward: Session): Promise<string> {
  const create = rows.find(({ operation }) => operation === 'create a tenant');
  const input: unknown = JSON.parse(filled(world, JSON.stringify(create?.body)));
  const { id } = bodyOf(await steward.post<Organisation>('/organisations', input));
  bodyOf(await steward.post(`/organisations/${id}/suspend`));
  return id;
}

/** Who is at home at or below a suspended organisation has been signed out for good. */
async function signInAgain(world: World, cast: Map<PersonName, Session>, target: PlaceName) {
  for (const [name] of cast) {
    if (pathOf(personOf(name).place).includes(target)) cast.set(name, await world.signIn(name));
  }
}

async function undo(session: Session, { undo: name }: Row, path: string): Promise<void> {
  bodyOf(await session.post(path.replace(/[^/]+$/, name ?? '')));
}

/** Fills in ids, and addresses that nobody has yet. */
function filled(world: World, text: string): string {
  return text
    .replace('@new', () => `new-${(unique += 1)}@acme.example`)
    .replace(/(?<=["=])@(\w+)/g, (_, name: PlaceName) => world.ids[name]);
}
