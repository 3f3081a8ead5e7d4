import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import { HOUR, MINUTE } from '../../server/core/clock.ts';
import { type Operation, operationsOf } from '../support/hostile-requests.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import { addressesOf, isList, pagesOf, sizesOf } from './every-read.ts';
import {
  actElsewhere,
  actInside,
  actInSight,
  closeAcme,
  repeatInside,
  SECRET,
} from './out-of-sight.ts';

/*
 * One world at three times: at first, after much has happened behind a barrier, and after more has
 * in another branch. To whoever cannot see that, the worlds are the same to the letter, in the answer
 * to each read, on each page: a count, a page or a cursor more would tell that there is something.
 */
const times = ['at first', 'after deeds inside', 'after deeds elsewhere'] as const;
type Time = (typeof times)[number];
const [first, inside, elsewhere] = times;

interface Onlooker {
  session: Session;
  /** The organisation that they look at. */
  at: string;
  /** Between these times nothing happens in their sight. */
  from: Time;
  to: Time;
}

const world = await shareWorld();
world.clock.stop();
const { acme, alder, labs } = world.ids;
const steward = await world.signIn('partner-admin@alder');
const unitReader = await world.signIn('tenant-reader@labs');
const user = await world.signIn('user@acme');
const onlookers: Record<string, Onlooker> = {
  'an administrator of the platform': { session: world.founder, at: acme, from: first, to: inside },
  'the administrator of the partner': { session: steward, at: alder, from: first, to: elsewhere },
  'a reader of a unit': { session: unitReader, at: labs, from: first, to: elsewhere },
  'a user account': { session: user, at: acme, from: first, to: elsewhere },
};

const { items } = bodyOf(await world.founder.get<Page<{ id: string }>>('/onboarding-templates'));
const templates = { 'onboarding-templates': items.slice(-1).map(({ id }) => id) };

const hidden = await closeAcme(world);
await actInside(hidden); // hidden rows are the oldest, too
await actInSight(hidden, steward);
const now = world.clock.now().getTime();

/** There is no upload of this id. */
const uploads = [acme];

/** What finds hidden rows, for each parameter of a query. */
const values: Record<string, string[]> = {
  q: [SECRET],
  status: ['invited', 'suspended'],
  state: ['done'],
  kind: ['tenant'],
  sort: ['-createdAt'],
  organisation: [acme],
  within: ['branch'],
  type: ['user'],
  hasSecondFactor: ['false'],
  count: ['true'],
  managementMode: ['self-managed'],
  country: ['DE'],
  currency: ['EUR'],
  columns: ['contact'],
  roles: ['TenantAdministrator'],
  list: ['children', 'accounts'],
  parentId: [acme],
  at: [acme],
  account: [hidden.ids.twofold],
  actor: [hidden.ids.inside],
  by: [hidden.ids.inside],
  action: ['settings.edit'],
  resource: ['settings'],
  outcome: ['denied', 'missing'],
  from: [new Date(now + MINUTE).toISOString(), acme], // a time, or where somebody was invited from
  to: [new Date(now + HOUR).toISOString()],
};

const description = await world.stranger().get<unknown>('/openapi.json');
const reads = operationsOf(description.body).filter(
  ({ method, path, answer }) =>
    method === 'GET' && answer && !/\{(?!id)/.test(path) && path !== '/federation/issuer',
);
/**
 * What became of a job's rows is for who started it alone, whatever happens elsewhere; and an outline
 * of an onboarding is what is left where the rest is hidden.
 */
const whole = ['/jobs/{id}/outcomes', '/organisations/{id}/onboarding/outlines'];
const lists = reads.filter((read) => isList(read) && !whole.includes(read.path));

/** What onlookers are answered, page after page, by the time and the address. */
const answers = new Map<string, Record<string, string[]>>();
/** The first pages that those get who see all that happens, between them. */
const witnessed = new Map<string, string[]>();
const witnesses = [hidden.inside, hidden.rescuer, world.founder];

beforeAll(async () => {
  await lookAround(first);
  world.clock.advance(2 * MINUTE);
  await actInside(hidden);
  await repeatInside(hidden);
  await lookAround(inside);
  await actElsewhere(hidden);
  await lookAround(elsewhere);
});

describe.each(Object.entries(onlookers))('%s is told nothing', (name, { from, to }) => {
  test.each(reads.map(({ path }) => [path]))('by GET %s', (path) => {
    expect(answersTo(name, path, to)).toEqual(answersTo(name, path, from));
  });
});

describe.each(lists.map((list) => [list.path, list] as const))('GET %s', (path, list) => {
  test('holds hidden rows', () => {
    expect(witnessed.get(`${elsewhere} ${path}`)).not.toEqual(witnessed.get(`${first} ${path}`));
  });

  test('fills its pages, and has another only where that shows something', () => {
    for (const [name, { to }] of Object.entries(onlookers)) {
      for (const [address, pages] of Object.entries(answersTo(name, list.path, to))) {
        const sizes = sizesOf(pages);
        const limit = Number(/limit=(\d+)/.exec(address)?.[1] ?? 50);
        expect(sizes.slice(0, -1), `${address} as ${name}`).toEqual(
          sizes.slice(1).map(() => limit),
        );
        if (sizes.length > 1) expect(sizes.at(-1), `${address} as ${name}`).toBeGreaterThan(0);
      }
    }
  });
});

async function lookAround(time: Time): Promise<void> {
  for (const [name, { session, at, from, to }] of Object.entries(onlookers)) {
    if (time !== from && time !== to) continue;
    const accounts = [hidden.ids.twofold, hidden.ids.rescuer];
    const files = { documents: [hidden.ids.document], uploads };
    const own = { organisations: [at], accounts, jobs: [acme], views: [acme] };
    const ids = { ...own, ...templates, ...files };
    for (const read of reads) {
      answers.set(`${time} ${name} ${read.path}`, await readAt(session, read, ids));
    }
  }
  if (time === inside) return;
  const ids = {
    organisations: [acme, world.ids.birch],
    accounts: [hidden.ids.twofold],
    jobs: [],
    views: [],
    ...templates,
    documents: [hidden.ids.document],
    uploads,
  };
  for (const list of lists) {
    const query = list.query.filter(({ required }) => required);
    const paths = addressesOf({ ...list, query }, { values, ids });
    const pages = witnesses.flatMap((each) => paths.map((path) => pagesOf(each, path)));
    witnessed.set(`${time} ${list.path}`, (await Promise.all(pages)).flat());
  }
}

/** All answers to one operation; where it refuses the record, that is the answer. */
async function readAt(
  session: Session,
  read: Operation,
  ids: Record<string, string[]>,
): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  const refused = new Set<string>();
  for (const address of addressesOf(read, { values, ids })) {
    const [path = ''] = address.split('?');
    if (refused.has(path)) continue;
    all[address] = await pagesOf(session, address);
    if (!all[address][0]?.startsWith('200')) refused.add(path);
  }
  return all;
}

function answersTo(name: string, path: string, time: Time): Record<string, string[]> {
  return answers.get(`${time} ${name} ${path}`) ?? {};
}
