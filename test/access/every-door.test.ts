import { beforeAll, describe, expect, test } from 'vitest';
import { type Action, type Topic, viewAction } from '../../shared/access/actions.ts';
import type { Explanation } from '../../shared/access/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import { hasBilling, hasSettings } from '../../shared/organisations/hierarchy.ts';
import { kindOf, type PlaceName, placeNames } from '../support/places.ts';
import { shareWorld } from '../support/world.ts';
import { mislisted } from './branch-lists.ts';
import { type Door, doors, miscounted } from './doors.ts';
import { closed, gather, type Reader, readerNames } from './everybody.ts';
import { Look, type Looked, type Thing } from './look.ts';
import { wayTo } from './situations.ts';

/** The topic that decides who sees a kind of record. */
const topics: Record<Looked, Topic> = {
  organisation: 'directory',
  billing: 'billing',
  settings: 'settings',
  account: 'accounts',
  grant: 'access',
  token: 'access',
  accessRequest: 'access',
  document: 'documents',
  onboarding: 'progress',
  onboardingStep: 'progress',
  onboardingState: 'onboarding',
  onboardingNote: 'progress',
  'audit record': 'audit',
};
const kinds = Object.keys(topics) as Looked[];

const world = await shareWorld();
const looks = new Map<string, Look>();
/** What there is; and of it, what was touched while everybody's page was open. */
let all: Record<Looked, Thing[]>;
let touchedFrom = 0;

beforeAll(async () => {
  const readers = await gather(world);
  all = await readEverything();
  touchedFrom = Math.min(...readers.flatMap(({ live }) => live.changes.map(({ seq }) => seq)));
  for (const reader of readers) looks.set(reader.name, new Look(world, reader, all));
});

const lookOf = (name: string) => looks.get(name) as Look;

describe.each(readerNames)('%s', (name) => {
  test.each(kinds)('[A10] sees the same by every door: each %s', async (kind) => {
    const look = lookOf(name);
    const found: Record<string, string[]> = {};
    const expected: Record<string, string[]> = {};

    for (const door of doors[kind]) {
      found[door.name] = labels(kind, await door.ids(look));
      const shown = await shownBy(door, kind, look.reader);
      expected[door.name] = labels(
        kind,
        shown.map(({ id }) => id),
      );
    }

    expect(found).toEqual(expected);
  });

  test('[A10] counts what it can list, and is told by the checks what it sees', async () => {
    const look = lookOf(name);

    const wrong = await miscounted(look);
    const explained = await explainedPlaces(look, 'accounts.view');

    expect(wrong).toEqual([]);
    expect(await mislisted(look)).toEqual([]);
    expect(explained).toEqual(placeNames.filter((at) => may(look.reader, 'accounts.view', at)));
  });
});

test('every kind of record is there to be seen, inside the barriers and outside', () => {
  const inside = kinds.filter((kind) => all[kind].some(({ place }) => place === 'acme'));
  const outside = kinds.filter((kind) => all[kind].some(({ place }) => place === 'birch'));

  expect(inside).toEqual(kinds);
  expect(outside).toEqual(kinds.filter((kind) => kind !== 'accessRequest'));
});

/** Whether the decision shows somebody a place, by names alone. */
function may({ actor }: Reader, action: Action, place: PlaceName): boolean {
  return decide(actor, action, wayTo(place, closed)).allowed;
}

/** What a door should show, by the decision. */
async function shownBy(door: Door, kind: Looked, reader: Reader): Promise<Thing[]> {
  const action = viewAction(topics[kind]);
  const from = door.live ? touchedFrom : door.logged ? 0 : null;
  const touched = from === null ? null : await touchedIds(kind, from);
  return all[kind].filter(({ id, place, owner, home, forHolders = false }) => {
    if (touched && !touched.has(id)) return false;
    if (door.own && reader.owns(owner)) return true;
    const isReached = !door.byAccount || (home && may(reader, 'accounts.view', home));
    if (!isReached) return false;
    if (door.byAccount && reader.owns(owner)) return true;
    if (kind === 'audit record' && reader.owns(owner)) return may(reader, 'directory.view', place);
    return may(reader, action, place) && (!forHolders || may(reader, 'ownDocuments.view', place));
  });
}

async function explainedPlaces(look: Look, action: Action): Promise<PlaceName[]> {
  const answers = placeNames.map(async (place) => {
    const path = `/access/explain?action=${action}&at=${world.ids[place]}`;
    const { status, body } = await look.ask(path);
    return status === 200 && (body as Explanation).allowed;
  });
  const allowed = await Promise.all(answers);
  return placeNames.filter((_, at) => allowed[at]);
}

/** Ids by what people call them, each once. */
function labels(kind: Looked, ids: readonly string[]): string[] {
  const known = new Map(all[kind].map(({ id, label }) => [id, label]));
  const isRecent = kind === 'audit record' ? (id: string) => known.has(id) : () => true;
  return [...new Set(ids)]
    .filter(isRecent)
    .map((id) => known.get(id) ?? id)
    .sort();
}

async function touchedIds(kind: Looked, from: number): Promise<Set<string>> {
  const rows = await world.em.execute<{ id: string }[]>(
    'select distinct record_id as id from changes where resource = ? and seq >= ?',
    [kind, from],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Everything in the database, whoever may see it. */
async function readEverything(): Promise<Record<Looked, Thing[]>> {
  const names = new Map(placeNames.map((name) => [world.ids[name], name]));
  const placeOf = (id: string) => names.get(id) as PlaceName;
  const read = (sql: string) => world.em.execute<Record<string, string>[]>(sql);
  const places = placeNames.map((place) => ({ id: world.ids[place], label: place, place }));
  const accounts = await read('select id, email, organisation_id as home from accounts');
  const held = async (table: string) =>
    (await read(`select id, organisation_id as at, account_id as owner from ${table}`)).map(
      ({ id = '', at = '', owner = '' }) => {
        const account = accounts.find((one) => one['id'] === owner);
        const label = `${account?.['email']} at ${placeOf(at)}: ${id}`;
        return { id, label, place: placeOf(at), owner, home: placeOf(account?.['home'] ?? '') };
      },
    );
  const standing = async (table: string) =>
    (await read(`select id, organisation_id as at from ${table}`)).map(({ id = '', at = '' }) => ({
      id,
      label: `${placeOf(at)}: ${id}`,
      place: placeOf(at),
    }));
  const ofHolders = async (table: string, visibility: string) => {
    const found = await read(`select id from ${table} where visibility = '${visibility}'`);
    const ids = new Set(found.map(({ id }) => id));
    return (await standing(table)).map((each) => ({ ...each, forHolders: ids.has(each.id) }));
  };
  const records = await read(
    `select seq, path, organisation_id as at, actor_id as owner, action,
       cast(details as text) as details from audit_records`,
  );
  return {
    organisation: places,
    billing: places.filter(({ place }) => hasBilling(kindOf(place))),
    settings: places.filter(({ place }) => hasSettings(kindOf(place))),
    account: accounts.map(({ id = '', email = '', home = '' }) => ({
      id,
      label: email,
      place: placeOf(home),
      owner: id,
    })),
    grant: await held('grants'),
    token: await held('api_tokens'),
    accessRequest: await held('access_requests'),
    document: await ofHolders('documents', 'inside'),
    onboarding: await standing('onboardings'),
    onboardingStep: await standing('onboarding_steps'),
    onboardingState: await standing('onboarding_outlines'),
    onboardingNote: await ofHolders('onboarding_notes', 'ours'),
    'audit record': records.map(({ seq, at, owner = '', action, details = '' }) => ({
      id: String(seq),
      label: `${action} at ${placeOf(at ?? '')}: ${seq}`,
      place: at ? placeOf(at) : 'platform',
      owner,
      forHolders: /"own(Documents|Notes)"/.test(details),
    })),
  };
}
