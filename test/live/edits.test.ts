import { afterEach, describe, expect, test, vi } from 'vitest';
import { formatDate } from '../../client/core/format.ts';
import { ageWords } from '../../client/live/edits/edit-words.ts';
import { LENGTHS } from '../../shared/core/lengths.ts';
import type { Edit } from '../../client/live/edits/pending-edits.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation, OrganisationSettings } from '../../shared/organisations/contract.ts';
import { Desk } from '../support/desk.svelte.ts';
import { bodyOf, Session } from '../support/session.ts';
import { TabStorage } from '../support/tab-storage.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const ann = await world.signIn('partner-admin@alder');
const ben = await world.signIn('distributor-admin@north');

const stored = async ({ id }: { id: string }) =>
  bodyOf(await ann.get<Organisation>(`/organisations/${id}`));

const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk[Symbol.dispose]();
});

async function sit(session: Session, storage?: TabStorage, browser?: string): Promise<Desk> {
  const desk = await Desk.open(session, storage, browser);
  desks.push(desk);
  return desk;
}

/** A tenant of its own, and somebody who has it before them. */
async function atTenant(session = ann, storage = new TabStorage()) {
  const tenant = await world.create('tenant', 'alder', { displayName: 'Acme' });
  const desk = await sit(session, storage);
  await desk.read('organisation', tenant.id);
  const edit = (field: 'displayName' | 'description' | 'externalId', value: string | null) =>
    desk.edit('organisation', tenant.id, field, { [field]: value });
  return { tenant, desk, edit, shown: () => desk.shows('organisation', tenant.id) };
}

describe('an edit', () => {
  test('shows at once, over the record that stays as confirmed', async () => {
    const { tenant, desk, edit, shown } = await atTenant();

    edit('displayName', 'Acme & Sons');

    expect(shown()?.displayName).toBe('Acme & Sons');
    expect(desk.live.store.path(tenant.id).at(-1)?.displayName).toBe('Acme & Sons');
    expect(desk.live.store.confirmed('organisation', tenant.id)?.displayName).toBe('Acme');
  });

  test('is confirmed by the answer, and leaves the queue', async () => {
    const { tenant, desk, edit } = await atTenant();

    edit('displayName', 'Acme & Sons');
    await desk.settled();

    expect(desk.waiting).toEqual([]);
    expect(desk.live.store.confirmed('organisation', tenant.id)).toMatchObject({
      displayName: 'Acme & Sons',
      version: 2,
    });
  });

  test('that is refused is rolled back, kept with its value and the reason', async () => {
    const { desk, edit, shown } = await atTenant();

    edit('displayName', 'x'.repeat(LENGTHS.name + 1));
    await desk.settled();

    expect(shown()?.displayName).toBe('Acme');
    expect(desk.waiting).toMatchObject([
      {
        state: 'refused',
        patch: { displayName: 'x'.repeat(LENGTHS.name + 1) },
        problem: { code: 'request.invalid', errors: [{ path: 'displayName' }] },
      },
    ]);
  });

  test('of what was deleted meanwhile is refused, and named', async () => {
    const { tenant, desk, edit } = await atTenant();
    bodyOf(await ben.post(`/organisations/${tenant.id}/suspend`));
    bodyOf(await ben.delete(`/organisations/${tenant.id}`));

    edit('displayName', 'Too late');
    await desk.settled();

    expect(desk.waiting).toMatchObject([{ state: 'refused', recordName: 'Acme' }]);
  });
});

describe('several edits of one record', () => {
  test('are sent one at a time, in order', async () => {
    const { tenant, desk, edit } = await atTenant();

    edit('displayName', 'One');
    edit('description', 'Two');
    edit('externalId', tenant.id);
    await desk.settled();

    expect(desk.mostAtOnce).toBe(1);
    expect(desk.sent.map(({ body }) => Object.keys(body)[0])).toEqual([
      'displayName',
      'description',
      'externalId',
    ]);
    expect(await stored(tenant)).toMatchObject({
      displayName: 'One',
      description: 'Two',
      externalId: tenant.id,
      version: 4,
    });
  });

  test('in one field: the last follows the one under way, on the version it made', async () => {
    const { tenant, desk, edit } = await atTenant();

    edit('displayName', 'One');
    edit('displayName', 'Two');
    edit('displayName', 'Three');
    await desk.settled();

    expect(desk.sent.map(({ body, ifMatch }) => [body['displayName'], ifMatch])).toEqual([
      ['One', '"1"'],
      ['Three', '"2"'],
    ]);
    expect(await stored(tenant)).toMatchObject({ displayName: 'Three', version: 3 });
  });
});

describe('without a network', () => {
  test('edits wait and show, and are sent when it is back', async () => {
    const { tenant, desk, edit, shown } = await atTenant();
    desk.network = 'cut';

    edit('displayName', 'On a train');
    edit('description', 'Through a tunnel');
    await desk.until(() => desk.live.edits.isHeldUp);

    expect(desk.waiting.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(shown()).toMatchObject({ displayName: 'On a train', description: 'Through a tunnel' });

    desk.network = 'up';
    desk.live.edits.resume();
    await desk.settled();

    expect(await stored(tenant)).toMatchObject({
      displayName: 'On a train',
      description: 'Through a tunnel',
    });
  });

  test('it is tried again by itself', async () => {
    const { desk, edit } = await atTenant();
    desk.network = 'cut';
    edit('displayName', 'On a train');
    await desk.until(() => desk.live.edits.isHeldUp);

    desk.network = 'up';
    await desk.settled();

    expect(desk.waiting).toEqual([]);
  });

  test('what a colleague saved in other fields is kept, in the same field it is asked about', async () => {
    const { tenant, desk, edit, shown } = await atTenant();
    desk.network = 'cut';
    edit('displayName', 'Mine');
    edit('description', 'Mine too');
    const theirs = { displayName: 'Theirs', externalId: tenant.id };
    bodyOf(await ben.patch(`/organisations/${tenant.id}`, theirs, { ifMatch: 1 }));

    desk.network = 'up';
    desk.live.edits.resume();
    await desk.settled();

    expect(await stored(tenant)).toMatchObject({ ...theirs, description: 'Mine too' });
    expect(desk.waiting).toMatchObject([
      {
        state: 'conflict',
        patch: { displayName: 'Mine' },
        problem: { conflicts: [{ field: 'displayName', theirs: 'Theirs' }] },
      },
    ]);
    expect(shown()?.displayName).toBe('Theirs');
  });

  test('one’s own value can be put over theirs, once it was seen', async () => {
    const { tenant, desk, edit } = await atTenant();
    bodyOf(
      await ben.patch(`/organisations/${tenant.id}`, { displayName: 'Theirs' }, { ifMatch: 1 }),
    );
    edit('displayName', 'Mine');
    await desk.settled();

    const [clash] = desk.waiting;
    if (clash) await desk.live.edits.keep(clash);

    expect(await stored(tenant)).toMatchObject({ displayName: 'Mine', version: 3 });
    expect(desk.sent.at(-1)?.ifMatch).toBe('"2"');
    expect(desk.waiting).toEqual([]);
  });

  test('two people who set different options of one record do not conflict', async () => {
    const partner = await world.create('partner', 'north');
    const path = `/organisations/${partner.id}/settings`;
    const desk = await sit(ben);
    await desk.read('settings', partner.id);
    const theirs = { selfProvisioning: { 'tenant.createUnit': 'deny' } };
    bodyOf(await world.founder.patch(path, theirs, { ifMatch: 1 }));

    desk.edit('settings', partner.id, 'selfProvisioning.tenant.inviteAccount', {
      selfProvisioning: { 'tenant.inviteAccount': 'allow' },
    });
    await desk.settled();

    const { selfProvisioning } = bodyOf(await ben.get<OrganisationSettings>(path));
    expect(selfProvisioning).toEqual({
      'tenant.createUnit': 'deny',
      'tenant.inviteAccount': 'allow',
    });
    expect(desk.waiting).toEqual([]);
  });
});

describe('an edit whose answer got lost', () => {
  test('is sent again under the same key, and lands once', async () => {
    const { tenant, desk, edit } = await atTenant();
    desk.network = 'deaf';
    edit('displayName', 'Once');
    await desk.until(() => desk.live.edits.isHeldUp);

    desk.network = 'up';
    desk.live.edits.resume();
    await desk.settled();

    expect(desk.sent).toHaveLength(2);
    expect(new Set(desk.sent.map(({ key }) => key)).size).toBe(1);
    expect(await stored(tenant)).toMatchObject({ displayName: 'Once', version: 2 });
    expect(await renamings(tenant)).toHaveLength(1);
  });

  test('and was followed by another of the same field, does not conflict with itself', async () => {
    const { tenant, desk, edit } = await atTenant();
    desk.network = 'deaf';
    edit('displayName', 'Once');
    await desk.until(() => desk.live.edits.isHeldUp);
    edit('displayName', 'Twice');

    desk.network = 'up';
    desk.live.edits.resume();
    await desk.settled();

    expect(desk.waiting).toEqual([]);
    expect(await stored(tenant)).toMatchObject({ displayName: 'Twice', version: 3 });
  });

  test('does not overwrite what a colleague made of it since', async () => {
    const { tenant, desk, edit } = await atTenant();
    desk.network = 'deaf';
    edit('displayName', 'Once');
    await desk.until(() => desk.live.edits.isHeldUp);
    bodyOf(
      await ben.patch(`/organisations/${tenant.id}`, { displayName: 'Later' }, { ifMatch: 2 }),
    );

    desk.network = 'up';
    desk.live.edits.resume();
    await desk.settled();

    expect(await stored(tenant)).toMatchObject({ displayName: 'Later', version: 3 });
    expect(desk.waiting).toEqual([]);
  });
});

describe('while the service is not available', () => {
  test('edits wait for as long as it asks for', async () => {
    const { tenant, desk, edit } = await atTenant();
    const problem = { type: '', title: '', status: 503, code: 'server.unavailable', detail: '' };
    desk.between = () => Response.json(problem, { status: 503, headers: { 'retry-after': '1' } });

    edit('displayName', 'Patient');
    await desk.until(() => desk.live.edits.isHeldUp);
    desk.between = undefined;
    await desk.settled();

    expect(desk.sent).toHaveLength(2);
    expect(await stored(tenant)).toMatchObject({ displayName: 'Patient' });
  });
});

describe('a reload', () => {
  test('loses nothing that waits, and does not send twice what was sent', async () => {
    const tab = new TabStorage();
    const { tenant, desk, edit } = await atTenant(ann, tab);
    desk.network = 'deaf';
    edit('displayName', 'Before');
    await desk.until(() => desk.live.edits.isHeldUp);
    edit('description', 'Before, too');
    desk[Symbol.dispose]();

    const again = await sit(ann, tab);
    await again.settled();

    expect(await stored(tenant)).toMatchObject({
      displayName: 'Before',
      description: 'Before, too',
      version: 3,
    });
    expect(again.sent[0]?.key).toBe(desk.sent[0]?.key);
    expect([...tab.items]).toEqual([]);
  });
});

describe('an edit that waited for long', () => {
  const DAY = 24 * 60 * 60 * 1000;
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Typed without a network fifteen days ago; then the tab is opened again. */
  async function afterFifteenDays() {
    const storage = new TabStorage();
    const { tenant, desk, edit } = await atTenant(ann, storage);
    desk.network = 'cut';
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 15 * DAY });
    edit('description', 'Typed before the holidays');
    desk[Symbol.dispose]();
    vi.useRealTimers();
    return { tenant, desk: await sit(ann, storage) };
  }

  test('is shown with its day, and not sent before the person says so', async () => {
    const { tenant, desk } = await afterFifteenDays();
    const [old] = desk.waiting;

    expect(old).toMatchObject({
      state: 'old',
      patch: { description: 'Typed before the holidays' },
    });
    expect(ageWords(old as Edit)).toBe(
      `Typed on ${formatDate(new Date(Date.now() - 15 * DAY).toISOString())} and not sent since`,
    );
    expect(desk.sent).toEqual([]);
    expect((await stored(tenant)).description).toBe('');

    desk.live.edits.confirm(old as Edit);
    await desk.settled();

    expect(desk.waiting).toEqual([]);
    expect((await stored(tenant)).description).toBe('Typed before the holidays');
  });

  test('is asked about too where the tab stayed open', async () => {
    const { desk, edit } = await atTenant();
    desk.network = 'cut';
    edit('description', 'Typed before the lid was closed');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * DAY });
    desk.network = 'up';
    desk.live.edits.resume();

    await desk.until(() => desk.waiting.some(({ state }) => state !== 'sending'));
    desk.live.edits.resume();
    expect(desk.waiting).toMatchObject([{ state: 'old' }]);
  });
});

describe('a duplicated tab', () => {
  /** Two tabs with the same conflict: a colleague was there first. */
  async function withConflict() {
    const storage = new TabStorage();
    const tenant = await world.create('tenant', 'alder', { displayName: 'Acme' });
    const first = await sit(ann, storage, tenant.id);
    await first.read('organisation', tenant.id);
    bodyOf(
      await ben.patch(`/organisations/${tenant.id}`, { description: 'Ben’s' }, { ifMatch: '*' }),
    );
    first.edit('organisation', tenant.id, 'description', { description: 'Ann’s' });
    await first.settled();
    const second = await sit(ann, storage.duplicate(), tenant.id);
    const [conflict] = first.waiting;
    expect(second.waiting).toMatchObject([{ id: conflict?.id, state: 'conflict' }]);
    return { tenant, storage, first, second, conflict: conflict as Edit };
  }

  test('shows the outcome of a conflict that was decided in the other', async () => {
    const { tenant, first, second, conflict } = await withConflict();

    await first.live.edits.keep(conflict);
    await second.until(() => second.waiting.length === 0);
    await second.read('organisation', tenant.id);

    expect(second.shows('organisation', tenant.id)?.description).toBe('Ann’s');
    expect((await stored(tenant)).description).toBe('Ann’s');
  });

  test('keeps what was typed in it since, under a key of its own', async () => {
    const { tenant, storage, first, second } = await withConflict();
    const field = { resource: 'organisation', recordId: tenant.id, field: 'externalId' } as const;
    for (const desk of [first, second]) desk.network = 'cut';
    first.edit('organisation', tenant.id, 'externalId', { externalId: 'CRM-1' });
    const third = await sit(ann, storage.duplicate(), tenant.id);
    third.network = 'cut';
    third.edit('organisation', tenant.id, 'externalId', { externalId: 'CRM-2' });
    const shared = first.live.edits.of(field);

    first.live.edits.discard(shared as Edit);
    await third.until(() => third.live.edits.of(field)?.id !== shared?.id);

    expect(third.live.edits.of(field)).toMatchObject({ patch: { externalId: 'CRM-2' } });
  });
});

describe('when the browser became another person’s meanwhile', () => {
  test('nothing is sent in their name', async () => {
    const tab = new TabStorage();
    const session = new Session(ann.url, ann.cookie, ann.origin);
    const { tenant, desk, edit } = await atTenant(session, tab);
    desk.network = 'cut';
    edit('displayName', 'Of Ann');
    await desk.until(() => desk.live.edits.isHeldUp);
    const { account } = await ben.who();

    session.cookie = ben.cookie;
    desk.network = 'up';
    await desk.until(() => desk.session.accountId === account.id);
    desk.live.edits.resume();
    desk.live.stop();
    desk.live.start();

    expect(desk.waiting).toEqual([]);
    const again = await sit(ann, tab);
    await again.settled();
    expect([desk.sent, again.sent.length]).toEqual([[], 1]);
    expect(await stored(tenant)).toMatchObject({ displayName: 'Of Ann' });
  });
});

describe('when the session has ended', () => {
  test('edits stay for the same person, and nobody else gets them', async () => {
    const tab = new TabStorage();
    const session = await world.signIn('partner-admin@alder');
    const { tenant, desk, edit } = await atTenant(session, tab);
    await new Session(session.url, session.cookie, session.origin).post('/auth/sign-out');

    edit('displayName', 'After all');
    await desk.until(() => desk.session.state.is === 'signed-out');
    desk[Symbol.dispose]();
    const another = await sit(ben, tab);

    expect(another.waiting).toEqual([]);
    expect(await stored(tenant)).toMatchObject({ displayName: 'Acme' });

    const again = await sit(ann, tab);
    await again.settled();

    expect(await stored(tenant)).toMatchObject({ displayName: 'After all' });
  });

  test('the same client takes them up again, for the same person', async () => {
    const session = await world.signIn('partner-admin@alder');
    const { tenant, desk, edit, shown } = await atTenant(session);
    await new Session(session.url, session.cookie, session.origin).post('/auth/sign-out');
    edit('displayName', 'After all');
    await desk.until(() => desk.session.state.is === 'signed-out');
    desk.live.stop();

    expect(shown()).toBeUndefined();

    session.cookie = (await world.signIn('partner-admin@alder')).cookie;
    await desk.session.load();
    desk.live.start();
    await desk.settled();

    expect(await stored(tenant)).toMatchObject({ displayName: 'After all' });
  });
});

async function renamings({ id }: Organisation): Promise<Change[]> {
  const { items } = bodyOf(await ann.get<Page<Change>>(`/organisations/${id}/activity`));
  return items.filter(({ op, fields }) => op === 'update' && 'displayName' in fields);
}
