import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import type { Actor } from '../../shared/access/decide.ts';
import { type Role, rolesFor } from '../../shared/access/roles.ts';
import { hasBilling, hasSettings } from '../../shared/organisations/hierarchy.ts';
import { bearerOf } from '../support/bearer.ts';
import { isOnPostgres } from '../support/database.ts';
import { pdfOf, upload } from '../support/documents.ts';
import { type PersonName, personOf } from '../support/people.ts';
import { kindOf, pathOf, type PlaceName, placeNames } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import type { LiveSocket } from '../support/socket.ts';
import type { World } from '../support/world.ts';
import { type Held, holding, letIn, type Unusual } from './situations.ts';

/** A partner with all below it, a tenant within that one, and a tenant of a managed partner. */
export const closed: Unusual = {
  alder: { managementMode: 'self-managed' },
  acme: { managementMode: 'self-managed' },
  gamma: { managementMode: 'self-managed' },
};

/** Who holds more than a name says, through a barrier for a time, or calls by an API token. */
interface Reading {
  person: PersonName;
  also?: Held;
  guest?: Held;
  /** What the glass that another broke lends. */
  lent?: Held;
  token?: Held;
}

/** Each role at every level, inside, outside and between the barriers. */
const all: Reading[] = [
  { person: 'platform-admin@platform' },
  { person: 'platform-reader@platform', lent: 'PartnerReader@alder' },
  { person: 'second-platform-admin@platform', guest: 'PartnerAdministrator@alder' },
  { person: 'distributor-admin@north' },
  { person: 'distributor-reader@north' },
  { person: 'second-distributor-reader@north', also: 'TenantReader@acme' },
  { person: 'partner-admin@alder' },
  { person: 'partner-reader@alder' },
  { person: 'partner-admin@grove' },
  { person: 'partner-admin@birch' },
  { person: 'second-partner-admin@birch', guest: 'TenantReader@gamma' },
  { person: 'partner-reader@birch' },
  { person: 'partner-reader@cedar' },
  { person: 'tenant-admin@acme' },
  { person: 'tenant-reader@acme' },
  { person: 'tenant-admin@labs' },
  { person: 'tenant-reader@beta' },
  { person: 'tenant-admin@gamma' },
  { person: 'nobody@acme' },
  { person: 'user@gamma' },
  { person: 'partner-admin@alder', token: 'TenantReader@beta' },
  { person: 'distributor-admin@north', token: 'DistributorReader@north' },
  { person: 'tenant-admin@acme', token: 'TenantAdministrator@acme' },
];

/**
 * Who reads. On PostgreSQL those who hold more than one role, or see through a barrier for a time:
 * the rules are the same, only the queries are not, and these are asked the most.
 */
const readings = isOnPostgres()
  ? all.filter(({ also, guest, lent }) => also ?? guest ?? lent)
  : all;

/** Whoever may change things at a place, with its barriers as they are; not the founder alone. */
const stewards: Record<PlaceName, PersonName> = {
  platform: 'second-platform-admin@platform',
  north: 'distributor-admin@north',
  south: 'second-platform-admin@platform',
  alder: 'partner-admin@alder',
  birch: 'partner-admin@birch',
  cedar: 'second-platform-admin@platform',
  grove: 'partner-admin@grove',
  acme: 'tenant-admin@acme',
  beta: 'partner-admin@grove',
  gamma: 'tenant-admin@gamma',
  delta: 'second-platform-admin@platform',
  labs: 'tenant-admin@acme',
  bench: 'tenant-admin@acme',
};

/** Somebody who looks at everything: with an open page, whose roles are known by name. */
export class Reader {
  readonly name: string;
  readonly accountId: string;
  readonly session: Session;
  readonly live: LiveSocket;
  /** What is held, at places by their names. */
  readonly actor: Actor;
  /** Where a live page starts: the places held that no other stands above. */
  readonly tops: PlaceName[];
  readonly isToken: boolean;

  constructor(facts: Pick<Reader, 'accountId' | 'session' | 'live'> & { reading: Reading }) {
    const { reading, accountId, session, live } = facts;
    const { person, also, guest, lent, token } = reading;
    const through = guest ?? lent;
    const { role, place } = personOf(person);
    const own = role ? [`${role}@${place}` satisfies Held] : [];
    this.name = nameOf(reading);
    this.accountId = accountId;
    this.session = session;
    this.live = live;
    this.isToken = token !== undefined;
    if (token) this.actor = holding(token);
    else if (through && own[0]) this.actor = letIn(own[0], through);
    else this.actor = holding(...own, ...(also ? [also] : []));
    const held = this.actor.grants.map(({ organisationId }) => organisationId as PlaceName);
    this.tops = held.filter(
      (at) => !held.some((other) => other !== at && pathOf(at).includes(other)),
    );
  }

  /** Whether it is its own, and it is a person who looks: programs have nothing of their own. */
  owns(accountId: string | undefined): boolean {
    return !this.isToken && accountId === this.accountId;
  }
}

/** The names of all readers, known before there is a world. */
export const readerNames = readings.map(nameOf);

function nameOf({ person, also, guest, lent, token }: Reading): string {
  if (token) return `an API token of ${token}`;
  if (guest) return `${person}, let in as ${guest}`;
  if (lent) return `${person}, who looks through a broken glass as ${lent}`;
  return also ? `${person}, also ${also}` : person;
}

/** Brings everybody into the world, closes the barriers and opens a live page for each. */
export async function gather(world: World): Promise<Reader[]> {
  const cast = new Map<PersonName, Session>();
  const people = [...readings.map(({ person }) => person), ...Object.values(stewards)];
  for (const person of new Set(people)) cast.set(person, await world.signIn(person));
  const of = (name: PersonName) => cast.get(name) as Session;
  await giveMore(world, of);
  const tokens = new Map<Reading, Session>();
  for (const reading of readings.filter(({ token }) => token)) {
    const [role, at] = reading.token?.split('@') as [Role, PlaceName];
    tokens.set(reading, await bearerOf(world, of(reading.person), { role, at }));
  }
  for (const place of Object.keys(closed) as PlaceName[]) await close(world, place, of);
  await letGuestsIn(world, of);

  const readers: Reader[] = [];
  for (const reading of readings) {
    const session = tokens.get(reading) ?? of(reading.person);
    const { account } = await of(reading.person).who();
    const reader = { reading, session, accountId: account.id, live: await session.socket() };
    readers.push(new Reader(reader));
  }
  for (const { live, tops } of readers) {
    for (const top of tops) {
      await live.subscribe({ scope: 'subtree', organisationId: world.ids[top] });
    }
  }
  for (const place of placeNames) await touch(world, place, of(stewards[place]));
  for (const { session, accountId, isToken } of readers) {
    if (!isToken) await rename(session, accountId);
  }
  for (const place of Object.keys(closed) as PlaceName[]) await ask(world, place, world.founder);
  await world.settled();
  for (const { live } of readers) await live.roundTrip();
  return readers;
}

type Cast = (name: PersonName) => Session;

async function giveMore(world: World, of: Cast): Promise<void> {
  for (const { person, also } of readings) {
    if (!also) continue;
    const [role, place] = also.split('@') as [Role, PlaceName];
    const { account } = await of(person).who();
    const grant = { role, organisationId: world.ids[place] };
    bodyOf(await world.founder.post(`/accounts/${account.id}/grants`, grant));
  }
}

async function close(world: World, place: PlaceName, of: Cast): Promise<void> {
  const closing = { managementMode: 'self-managed' };
  bodyOf(await of(stewards[place]).put(world.at(place, '/access'), closing));
}

async function letGuestsIn(world: World, of: Cast): Promise<void> {
  for (const { person, guest } of readings) {
    if (!guest) continue;
    const [role, place] = guest.split('@') as [Role, PlaceName];
    if (personOf(person).place === 'platform') {
      const glass = { reason: 'The importer burns.', hours: 4 };
      bodyOf(await of(person).post(world.at(place, '/break-glass'), glass));
      continue;
    }
    const { id } = await ask(world, place, of(person), role);
    bodyOf(await of(stewards[place]).post(`/access-requests/${id}/approve`));
  }
  await ask(world, 'acme', of('distributor-admin@north'));
  await ask(world, 'gamma', of('partner-admin@birch'));
}

async function ask(
  world: World,
  place: PlaceName,
  by: Session,
  role = rolesFor(kindOf(place)).at(-1),
): Promise<AccessRequest> {
  const input = { role, reason: 'The import fails.', days: 7 };
  return bodyOf(await by.post<AccessRequest>(world.at(place, '/access-requests'), input));
}

/** Changes what can be changed at a place, and makes one more of everything else. */
async function touch(world: World, place: PlaceName, by: Session): Promise<void> {
  const any = { ifMatch: '*' };
  const kind = kindOf(place);
  const role = rolesFor(kind).at(-1);
  const { email, displayName } = personOf(`second-nobody@${place}`);
  const invited = { email, displayName, grants: [{ role }] };
  const token = { name: `Export of ${place}`, role, organisationId: world.ids[place] };
  bodyOf(await by.patch(world.at(place), { description: `${place}, touched` }, any));
  bodyOf(await by.post(world.at(place, '/accounts'), invited));
  bodyOf(await by.post('/tokens', { ...token, expiresInDays: 7 }));
  await upload(by, world.ids[place], pdfOf(place), { name: `${place}.pdf` });
  if (personOf(stewards[place]).place === place) {
    const own = { name: `${place} inside.pdf`, visibility: 'inside' } as const;
    await upload(by, world.ids[place], pdfOf(`${place} inside`), own);
  }
  if (hasBilling(kind)) {
    bodyOf(await by.patch(world.at(place, '/billing'), { taxId: 'T' }, any));
    for (const visibility of ['all', 'ours']) {
      const note = { text: `${place}, touched`, visibility };
      bodyOf(await by.post(world.at(place, '/onboarding/notes'), note));
    }
  }
  if (hasSettings(kind)) {
    bodyOf(await by.patch(world.at(place, '/settings'), { signInPaths: ['password'] }, any));
  }
}

async function rename(session: Session, accountId: string): Promise<void> {
  const { account } = await session.who();
  const displayName = `${account.displayName}, touched`;
  bodyOf(await session.patch(`/accounts/${accountId}`, { displayName }, { ifMatch: '*' }));
}
