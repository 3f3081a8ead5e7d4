import type { Grant } from '../../shared/access/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Activity, Change, Resource, Subscribed } from '../../shared/live/contract.ts';
import type { FoundOnboarding, ListedOnboarding } from '../../shared/onboarding/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { organisationKinds } from '../../shared/organisations/hierarchy.ts';
import { placeNames, titleOf } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import type { Look, Looked } from './look.ts';

/** One way to the records of a kind: the ids that it gives away. */
export interface Door {
  name: string;
  ids: (look: Look) => Promise<string[]> | string[];
  /** Set where one's own shows as well. */
  own?: true;
  /** Set where it shows only what was touched while a page was open. */
  live?: true;
  /** Set where it shows only what became of records, and not that they came. */
  logged?: true;
  /** Set where it goes by way of the account that holds the record: all of one's own, and what of
   * other accounts is open. */
  byAccount?: true;
}

/** The doors of every kind of record. */
export const doors: Record<Looked, Door[]> = {
  organisation: [
    { name: 'one by one', ids: (look) => oneByOne(look, 'organisation', '') },
    { name: 'the list', ids: async (look) => idsOf(await look.items('/organisations?limit=5')) },
    { name: 'the tree', ids: readTree },
    { name: 'the lists of branches', ids: listBranches },
    { name: 'the search', ids: (look) => searchOrganisations(look) },
    { name: 'the list by kind', ids: listByKind },
    { name: 'what can be followed', ids: followable },
    ...everyStream('organisation'),
  ],
  billing: [
    { name: 'one by one', ids: (look) => oneByOne(look, 'billing', '/billing') },
    ...everyStream('billing'),
  ],
  settings: [
    { name: 'one by one', ids: (look) => oneByOne(look, 'settings', '/settings') },
    ...everyStream('settings'),
  ],
  account: [
    {
      name: 'one by one',
      own: true,
      ids: (look) => look.those('account', ({ id }) => look.opens(`/accounts/${id}`)),
    },
    { name: 'the lists', ids: async (look) => idsOf(await look.everywhere('/accounts?limit=3')) },
    {
      name: 'the lists of branches',
      ids: async (look) => idsOf(await look.everywhere('/accounts?within=branch&limit=3')),
    },
    { name: 'the search', ids: searchAccounts },
    { name: 'asking why', own: true, ids: askWhy },
    ...everyStream('account'),
  ],
  grant: [
    { name: 'the lists', ids: async (look) => idsOf(await look.everywhere('/grants')) },
    { name: 'of accounts', own: true, byAccount: true, ids: grantsOfAccounts },
    { name: 'beside accounts', byAccount: true, ids: grantsBesideAccounts },
    ...everyStream('grant'),
  ],
  token: [
    { name: 'the lists', ids: async (look) => idsOf(await look.everywhere('/tokens')) },
    ...everyStream('token'),
  ],
  accessRequest: [
    {
      name: 'the lists',
      own: true,
      ids: async (look) => idsOf(await look.everywhere('/access-requests')),
    },
    ...everyStream('accessRequest'),
  ],
  document: [
    { name: 'the lists', ids: async (look) => idsOf(await look.everywhere('/documents')) },
    {
      name: 'one by one',
      ids: (look) => look.those('document', ({ id }) => look.opens(`/documents/${id}`)),
    },
    {
      name: 'their files',
      ids: (look) => look.those('document', ({ id }) => look.opens(`/documents/${id}/content`)),
    },
    ...everyStream('document'),
  ],
  onboarding: [
    { name: 'the lists', ids: (look) => summaries(look, '/onboardings') },
    { name: 'the lists of branches', ids: (look) => summaries(look, '/onboardings?within=branch') },
    ...whatFollows('onboarding'),
  ],
  onboardingStep: [
    { name: 'the lists', ids: async (look) => idsOf(await look.everywhere('/onboarding/steps')) },
    { name: 'within the whole', ids: stepsWithin },
    // they begin and move with their onboarding, and are told of by what becomes of them
    ...whatFollows('onboardingStep').map((door) => ({ ...door, logged: true as const })),
  ],
  onboardingState: [
    {
      name: 'the lists',
      ids: async (look) => idsOf(await look.everywhere('/onboarding/outlines')),
    },
    {
      name: 'the lists of branches',
      ids: async (look) => idsOf(await look.everywhere('/onboardings?within=branch')),
    },
    ...whatFollows('onboardingState'),
  ],
  onboardingNote: [
    { name: 'the lists', ids: async (look) => idsOf(await look.everywhere('/onboarding/notes')) },
    ...whatFollows('onboardingNote'),
  ],
  'audit record': [
    { name: 'the list', ids: async (look) => seqsOf(await look.items('/audit?limit=200')) },
    {
      name: 'of each place',
      ids: async (look) => seqsOf(await look.everywhere('/audit?limit=200')),
    },
    { name: 'the search', ids: searchAudit },
    { name: 'the export as CSV', ids: exportCsv },
    { name: 'the export as JSON lines', ids: exportJsonLines },
  ],
};

/** The feed, the open page, and the page that comes back: the same for every kind of record. */
function everyStream(resource: Resource): Door[] {
  const ofKind = (changes: readonly Pick<Change, 'resource' | 'id'>[]) =>
    changes.filter((change) => change.resource === resource).map(({ id }) => id);
  return [
    { name: 'the feed', ids: async (look) => ofKind(await readFeed(look)) },
    { name: 'the open page', live: true, ids: ({ reader }) => ofKind(reader.live.changes) },
    { name: 'coming back', ids: async (look) => ofKind(await look.resume()) },
  ];
}

/** The same without the feed, which tells what follows from a deed by that deed. */
function whatFollows(resource: Resource): Door[] {
  return everyStream(resource).filter(({ name }) => name !== 'the feed');
}

const idsOf = (items: readonly unknown[]) => (items as { id: string }[]).map(({ id }) => id);
const seqsOf = (items: readonly unknown[]) => (items as AuditEntry[]).map(({ seq }) => String(seq));

/** Those that are listed with more than whether they are done. */
async function summaries(look: Look, rest: string): Promise<string[]> {
  const found = await look.everywhere<ListedOnboarding>(rest);
  return idsOf(found.filter((each) => 'total' in each));
}

async function stepsWithin(look: Look): Promise<string[]> {
  const wholes = placeNames.map((place) =>
    look.reader.session.get<FoundOnboarding>(look.world.at(place, '/onboarding')),
  );
  const found = (await Promise.all(wholes)).filter(({ status }) => status === 200);
  return idsOf(found.flatMap(({ body }) => ('steps' in body ? body.steps : [])));
}

function oneByOne(look: Look, kind: Looked, rest: string): Promise<string[]> {
  return look.those(kind, ({ place }) => look.opens(look.world.at(place, rest)));
}

async function readTree(look: Look): Promise<string[]> {
  const { tops } = look.reader;
  const found = tops.map((top) => look.world.ids[top]);
  for (const id of found) {
    found.push(...idsOf(await look.items(`/organisations/${id}/children?limit=2`)));
  }
  return found;
}

async function listBranches(look: Look): Promise<string[]> {
  const below = await look.everywhere('/children?within=branch&limit=3');
  return [...look.reader.tops.map((top) => look.world.ids[top]), ...idsOf(below)];
}

async function searchOrganisations(look: Look): Promise<string[]> {
  const found = placeNames.map((name) => look.items(`/organisations?q=${titleOf(name)}`));
  return idsOf((await Promise.all(found)).flat());
}

async function listByKind(look: Look): Promise<string[]> {
  const found = organisationKinds.map((kind) => look.items(`/organisations?kind=${kind}`));
  return idsOf((await Promise.all(found)).flat());
}

async function followable(look: Look): Promise<string[]> {
  const { live } = look.reader;
  return look.those('organisation', async ({ id }) => {
    const wanted = { scope: 'record', organisationId: id, topics: ['directory'] };
    return (await live.ask<Subscribed>('subscribe', wanted)).ok;
  });
}

async function searchAccounts(look: Look): Promise<string[]> {
  const found = placeNames.map((place) =>
    look.items<AccountWithGrants>(look.world.at(place, `/accounts?q=@${place}.example`)),
  );
  return idsOf((await Promise.all(found)).flat());
}

async function askWhy(look: Look): Promise<string[]> {
  const { reader, world } = look;
  const [top] = reader.tops;
  if (!top) return look.those('account', ({ owner }) => Promise.resolve(reader.owns(owner)));
  const question = `/access/explain?action=directory.view&at=${world.ids[top]}&account=`;
  return look.those('account', ({ id }) => look.opens(question + id));
}

async function grantsOfAccounts(look: Look): Promise<string[]> {
  const lists = look.all.account.map(({ id }) => look.items<Grant>(`/accounts/${id}/grants`));
  return idsOf((await Promise.all(lists)).flat());
}

async function grantsBesideAccounts(look: Look): Promise<string[]> {
  const accounts = await look.everywhere<AccountWithGrants>('/accounts?limit=3');
  return idsOf(accounts.flatMap(({ grants }) => grants));
}

async function readFeed(look: Look): Promise<Activity[]> {
  const feeds = look.reader.tops.map((top) =>
    look.items<Activity>(look.world.at(top, '/activity?limit=200')),
  );
  return (await Promise.all(feeds)).flat();
}

async function searchAudit(look: Look): Promise<string[]> {
  const found = await look.items<AuditEntry>('/audit?limit=200&q=touched');
  const all = await look.items<AuditEntry>('/audit?limit=200');
  const isTouched = (entry: AuditEntry) =>
    JSON.stringify([entry.changes, entry.notes]).includes('touched');
  const rest = all.filter((entry) => !found.some(({ seq }) => seq === entry.seq));
  return seqsOf([...found, ...rest.filter((entry) => !isTouched(entry))]);
}

async function exportCsv(look: Look): Promise<string[]> {
  const { status, text } = await look.ask('/audit/export?format=csv');
  if (status !== 200) return [];
  return text.split('\r\n').flatMap((line) => /^"?(\d+)"?,/.exec(line)?.[1] ?? []);
}

async function exportJsonLines(look: Look): Promise<string[]> {
  const { status, text } = await look.ask('/audit/export?format=jsonl');
  if (status !== 200) return [];
  const lines = text.split('\n').filter((line) => line !== '');
  return seqsOf(lines.map((line): unknown => JSON.parse(line)));
}

/** Whether the counts that a reader sees are of what the same reader can list. */
export async function miscounted(look: Look): Promise<string[]> {
  const listed = await look.items<Organisation>('/organisations?limit=5');
  const wrong: string[] = [];
  for (const { id, displayName, childCount } of listed) {
    const children = await look.items(`/organisations/${id}/children?limit=2`);
    const single = bodyOf(await look.reader.session.get<Organisation>(`/organisations/${id}`));
    if (childCount !== children.length || childCount !== single.childCount) wrong.push(displayName);
  }
  return wrong;
}
