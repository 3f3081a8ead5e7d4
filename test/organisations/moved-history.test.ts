import { beforeAll, describe, expect, test } from 'vitest';
import { changeHash } from '../../shared/live/digest.ts';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Activity, Digested } from '../../shared/live/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { PlaceName } from '../support/places.ts';
import type { LiveSocket } from '../support/socket.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const SECRET = 'eve.innermost@canopy.example';
const any = { ifMatch: '*' };

const items = async <T>(session: Session, path: string): Promise<T[]> =>
  bodyOf(await session.get<Page<T>>(path)).items;

/** What is told of a place by every list that tells of the past. */
async function toldOf(place: PlaceName, session: Session): Promise<string> {
  const answers = [
    await session.get(`/organisations/${world.ids[place]}/audit?limit=200`),
    await session.get(`/organisations/${world.ids[place]}/activity?limit=200`),
    await session.get(`/audit?limit=200&q=eve.innermost`),
    await session.get('/audit?limit=200'),
    await session.get('/audit/export?format=jsonl'),
  ];
  return answers.map(({ text }) => text).join();
}

/** A tenant of a folder of Alder with a history of its own, and those who were there. */
let tenant: Organisation;
let folder: Organisation;
let insider: Session;
let follower: LiveSocket;
let since: number;

beforeAll(async () => {
  const partner = await world.signIn('partner-reader@alder');
  follower = await partner.socket();
  ({ head: since } = await follower.subscribe(all('alder')));
  folder = await world.create('folder', 'alder');
  tenant = await world.create('tenant', folder, { displayName: 'Omega' });
  const path = `/organisations/${tenant.id}`;
  const grants = [{ role: 'TenantAdministrator' }];
  const person = { email: 'ada@omega.example', displayName: 'Ada', grants };
  bodyOf(await founder.post(`${path}/accounts`, person));
  insider = await world.accept((await world.mailsTo(person.email))[0]);
  bodyOf(await insider.post(`${path}/accounts`, { email: SECRET, displayName: 'Eve Innermost' }));
  bodyOf(await founder.patch(`${path}/settings`, { mfa: 'administrators' }, any));
  bodyOf(await founder.patch(`${path}/settings`, { mfa: 'nobody' }, any));
  bodyOf(await insider.patch(path, { description: 'By the insiders' }, any));

  bodyOf(await founder.post(`/organisations/${folder.id}/move`, { parentId: world.ids.birch }));
  await world.settled();
});

const all = (place: PlaceName) => ({
  scope: 'subtree' as const,
  organisationId: world.ids[place],
});

describe('the history of what has moved', () => {
  test('[H13] goes along: its own people see all of it', async () => {
    const path = `/organisations/${tenant.id}`;
    const audit = await items<AuditEntry>(insider, `${path}/audit?limit=200`);
    const activity = await items<Activity>(insider, `${path}/activity?limit=200`);

    const deeds = audit.filter(({ outcome }) => outcome === 'done').map(({ action }) => action);
    expect(deeds).toEqual(
      expect.arrayContaining(['organisation.create', 'account.invite', 'settings.edit']),
    );
    expect(JSON.stringify(audit)).toContain(SECRET);
    expect(activity.map(({ action }) => action)).toContain('account.invite');
    expect(await items(founder, `${path}/audit?limit=200`)).toEqual(audit);
  });

  test('[H13] is read where it stands now, by its path of now', async () => {
    const partner = await world.signIn('partner-admin@birch');

    const told = await toldOf('birch', partner);

    expect(told).toContain(SECRET);
    const activity = await items<Activity>(partner, world.at('birch', '/activity?limit=200'));
    const about = activity.filter(({ organisationId }) => organisationId === tenant.id);
    expect(about.map(({ resource }) => resource)).toContain('account');
    expect(new Set(about.map(({ path }) => path[2]))).toEqual(new Set([world.ids.birch]));
  });

  test('[H13] leaves the directory entries of its day and nothing else', async () => {
    const late = await world.signIn('partner-admin@alder');

    const told = await toldOf('alder', late);

    expect(told).toContain('By the insiders');
    expect(told).not.toContain('eve.innermost');
    const audit = await items<AuditEntry>(late, `/audit?limit=200&q=${tenant.id}`);
    const changes = audit.flatMap((entry) => entry.changes);
    expect(new Set(changes.map(({ resource }) => resource))).toEqual(new Set(['organisation']));
    expect(await items(late, `/audit?resource=account&q=Innermost`)).toEqual([]);
  });

  test('[L6] is not caught up by who comes later: they read anew', async () => {
    const late = await world.signIn('partner-admin@alder');
    await using live = await late.socket();

    const whole = await live.subscribe({ ...all('alder'), since });
    const accounts = { ...all('alder'), topics: ['accounts' as const], since };
    const part = await live.subscribe(accounts);
    const directory = { ...all('alder'), topics: ['directory' as const], since };
    const told = await live.subscribe(directory);

    expect([whole, part]).toMatchObject([
      { reset: true, changes: [] },
      { reset: true, changes: [] },
    ]);
    expect(told.changes?.at(-1)).toMatchObject({ op: 'leave' });
  });

  test('[L6] counts for who met it as they met it', async () => {
    await follower.roundTrip();
    const { changes } = follower;
    const to = changes.at(-1)?.seq ?? 0;
    const topics = [...new Set(changes.map(({ topic }) => topic))] as [Activity['topic']];

    const answer = await follower.ask<Digested>('digest', {
      ...all('alder'),
      topics,
      from: since,
      to,
    });

    expect(changes.some(({ resource, op }) => resource === 'account' && op === 'create')).toBe(
      true,
    );
    const xor = changes.reduce((sum, change) => (sum ^ changeHash(change)) >>> 0, 0);
    const sum = { count: changes.length, xor: xor.toString(16).padStart(8, '0') };
    expect(answer).toEqual({ ok: true, ...sum });
    await follower[Symbol.asyncDispose]();
  });

  test('[H13] stays with where it is when it is deleted there, and moved on in its folder', async () => {
    const path = `/organisations/${tenant.id}`;
    bodyOf(await founder.post(`${path}/suspend`));
    expect((await founder.delete(path)).status).toBe(204);
    const told = { alder: '', birch: '', cedar: '' };
    const [alder, birch, cedar] = [
      await world.signIn('partner-admin@alder'),
      await world.signIn('partner-admin@birch'),
      await world.signIn('partner-admin@cedar'),
    ];

    told.alder = await toldOf('alder', alder);
    told.birch = await toldOf('birch', birch);
    expect(told.alder).not.toContain('eve.innermost');
    expect(told.birch).toContain('eve.innermost');

    bodyOf(await founder.post(`/organisations/${folder.id}/move`, { parentId: world.ids.cedar }));
    told.birch = await toldOf('birch', birch);
    told.cedar = await toldOf('cedar', cedar);
    expect(told.birch).not.toContain('eve.innermost');
    expect(told.cedar).toContain('eve.innermost');
  });
});
