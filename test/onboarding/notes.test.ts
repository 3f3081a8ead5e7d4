import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { Notices } from '../../shared/notices/contract.ts';
import { mentionedIn, mentionOf, partsOfText } from '../../shared/onboarding/mentions.ts';
import type { Note, NoteVisibility } from '../../shared/onboarding/notes-contract.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const north = await world.signIn('distributor-admin@north');
const partner = await world.signIn('partner-admin@alder');
const second = await world.signIn('second-partner-admin@alder');
const inside = await world.signIn('tenant-admin@acme');
const readers: Record<string, Session> = { platform: founder, north, partner, second, inside };

const write = (by: Session, visibility: NoteVisibility, text = 'They call back.') =>
  by.post<Note>(world.at('acme', '/onboarding/notes'), { text, visibility });

async function read(by: Session, at: PlaceName = 'acme'): Promise<Note[]> {
  return bodyOf(await by.get<Page<Note>>(world.at(at, '/onboarding/notes'))).items;
}

/** Who of all finds a note. */
async function seenBy({ id }: Note): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(readers).map(async ([name, by]) =>
      (await read(by)).some((each) => each.id === id) ? name : [],
    ),
  );
  return found.flat();
}

const remove = (by: Session, { id }: Pick<Note, 'id'>) =>
  by.delete(`${world.at('acme', '/onboarding/notes')}/${id}`);

describe('[O17] a note is for whom its author chose', () => {
  test.each<[NoteVisibility, string[]]>([
    ['ours', ['partner', 'second']],
    ['parent', ['platform', 'north', 'partner', 'second']],
    ['child', ['platform', 'north', 'partner', 'second', 'inside']],
    ['all', ['platform', 'north', 'partner', 'second', 'inside']],
  ])('who writes from the partner, for %s', async (visibility, expected) => {
    const note = bodyOf(await write(partner, visibility));

    expect(note).toMatchObject({ text: 'They call back.', visibility });
    expect(await seenBy(note)).toEqual(expected);
  });

  test.each<[string, NoteVisibility, string[]]>([
    ['north', 'child', ['platform', 'north', 'partner', 'second']],
    ['north', 'ours', ['north']],
    ['inside', 'ours', ['inside']],
    ['inside', 'parent', ['platform', 'north', 'partner', 'second', 'inside']],
    ['platform', 'ours', ['platform']],
  ])('who writes from %s, for %s', async (name, visibility, expected) => {
    const note = bodyOf(await write(readers[name] as Session, visibility));

    expect(await seenBy(note)).toEqual(expected);
  });

  test('it is refused where nobody stands whom it could be for', async () => {
    const answers = [await write(founder, 'parent'), await write(inside, 'child')];

    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    expect((answers[0]?.body as unknown as Problem).errors?.[0]?.path).toBe('visibility');
  });

  test.each([
    ['nothing', '', 422],
    ['blanks', ' \n ', 422],
    ['what shows nothing', '\u200b\u202e', 422],
    ['4,001 characters', 'x'.repeat(4_001), 422],
    ['4,000 characters of any script', '字'.repeat(4_000), 201],
    ['what looks like markup', '<b>&amp;<@nobody>', 201],
  ])('of a text that is %s', async (_, text, status) => {
    expect((await write(partner, 'all', text)).status).toBe(status);
  });

  test('no character makes it read as another', async () => {
    const note = bodyOf(await write(partner, 'all', 'a\u202eb\u202cc \u200f'));

    expect(note.text).toBe('abc \u200f');
  });

  test('for the one below is for whoever stands there, folders aside', async () => {
    const folder = await world.create('folder', 'alder');
    const tenant = await world.create('tenant', folder);
    const there = `/organisations/${tenant.id}/onboarding/notes`;

    const note = await partner.post<Note>(there, { text: 'Below', visibility: 'child' });

    expect(bodyOf(note).organisationId).toBe(tenant.id);
  });

  test('a limit counts what the same people see, and tells of no other', async () => {
    const { id } = await world.create('tenant', 'alder');
    const noted = (visibility: NoteVisibility) =>
      partner.post(`/organisations/${id}/onboarding/notes`, { text: 'x', visibility });
    const first = await Promise.all(Array.from({ length: 200 }, () => noted('ours')));

    expect(first.every(({ status }) => status === 201)).toBe(true);
    expect((await noted('ours')).status).toBe(403);
    expect((await noted('all')).status).toBe(201);
  });

  test('a reader reads it, and writes none', async () => {
    const reader = await world.signIn('partner-reader@alder');
    const note = bodyOf(await write(partner, 'ours'));

    expect((await read(reader)).map(({ id }) => id)).toContain(note.id);
    expect((await write(reader, 'ours')).status).toBe(403);
  });
});

test('[O17] what is among one’s own reaches nobody else: not live, and not by the audit', async () => {
  await using above = await founder.socket();
  await using beside = await second.socket();
  await using below = await inside.socket();
  const all = [above, beside, below];
  const at = world.ids.alder;
  for (const live of [above, beside]) {
    await live.subscribe({ scope: 'subtree', organisationId: at });
  }
  await above.subscribe({ scope: 'record', organisationId: at, topics: ['ownNotes', 'progress'] });
  await below.subscribe({ scope: 'subtree', organisationId: world.ids.acme });

  const { id } = bodyOf(await write(partner, 'ours', 'Between us'));
  await world.settled();
  for (const live of all) await live.roundTrip();

  const told = all.map(({ changes }) => changes.filter((change) => change.id === id));
  expect(told.map((changes) => changes.map(({ op }) => op))).toEqual([[], ['create'], []]);
  const audits = [founder, second].map((by) => by.get(world.at('alder', '/audit?limit=200')));
  const [seenAbove, seenBeside] = (await Promise.all(audits)).map(({ text }) => text);
  expect(seenAbove).not.toContain(id);
  expect(seenBeside).toContain(id);
  expect(JSON.stringify(beside.changes) + seenBeside).not.toContain('Between us');
});

describe('[O17] taking a note back', () => {
  test('is for its author, and takes the text with it', async () => {
    const note = bodyOf(await write(partner, 'all', 'Said too much'));

    expect((await remove(inside, note)).status).toBe(403);
    expect((await remove(partner, note)).status).toBe(204);
    expect((await remove(partner, note)).status).toBe(404);

    expect(await seenBy(note)).toEqual([]);
    const audit = bodyOf(await partner.get<Page<AuditEntry>>(world.at('acme', '/audit?limit=50')));
    expect(audit.items[0]).toMatchObject({ action: 'onboarding.removeNote' });
    expect(JSON.stringify(audit)).not.toContain('Said too much');
  });

  test('is no way to learn of one among others', async () => {
    const note = bodyOf(await write(partner, 'ours'));

    expect((await remove(inside, note)).status).toBe(404);
    expect((await remove(founder, note)).status).toBe(404);
  });
});

describe('[O18] a mention', () => {
  const mentioning = async (who: Session) =>
    `Ask ${mentionOf((await who.who()).account.id)}, please`;
  const told = async (by: Session) =>
    bodyOf(await by.get<Notices>('/notices')).items.filter(({ kind }) => kind === 'mentioned');

  test('tells those whom it names, while the note is there', async () => {
    const text = await mentioning(second);
    const note = bodyOf(await write(partner, 'ours', text));

    const { account } = await second.who();
    expect(note.mentions).toEqual([{ id: account.id, displayName: account.displayName }]);
    const [notice] = await told(second);
    expect(notice?.title).toMatch(/mentioned you in a note on the onboarding of Acme\.$/);
    expect(notice?.href).toBe(`/organisations/${world.ids.acme}/onboarding`);

    bodyOf(await remove(partner, note));
    expect(await told(second)).toEqual([]);
  });

  test('of oneself tells nobody', async () => {
    bodyOf(await write(partner, 'all', await mentioning(partner)));

    expect(await told(partner)).toEqual([]);
  });

  test.each<[string, NoteVisibility, Session]>([
    ['inside, of what is among the partner', 'ours', inside],
    ['inside, of what is for those above', 'parent', inside],
    ['above, whose name the author does not see', 'all', founder],
  ])('of somebody %s is refused, and nothing is written', async (_, visibility, whom) => {
    const before = await read(partner);

    const answer = await write(partner, visibility, await mentioning(whom));

    expect(answer.status).toBe(422);
    expect((answer.body as unknown as Problem).errors?.[0]).toMatchObject({ path: 'text' });
    expect(await read(partner)).toEqual(before);
    expect(await told(whom)).toEqual([]);
  });

  test('of 21 people, or of nobody, is refused', async () => {
    const nobody = '01a00000-0000-7000-8000-000000000000';
    const many = Array.from({ length: 21 }, (_, index) =>
      mentionOf(nobody.slice(0, -2) + String(index + 10)),
    );

    for (const text of [mentionOf(nobody), many.join(' ')]) {
      expect((await write(partner, 'all', text)).status).toBe(422);
    }
  });

  test('stands in the text by its id, and the rest as it was typed', () => {
    const id = '01A00000-0000-7000-8000-000000000000';

    expect(mentionedIn(`a <@${id}> b <@${id}> <@x>`)).toEqual([id.toLowerCase()]);
    expect(partsOfText(`a <@${id}>!`)).toEqual(['a ', { id: id.toLowerCase() }, '!']);
    expect(partsOfText('<@x>')).toEqual(['<@x>']);
    expect(partsOfText('')).toEqual([]);
  });
});

test('[O11] notes go with their organisation and come back with it', async () => {
  const tenant = await world.create('tenant', 'alder');
  const there = `/organisations/${tenant.id}`;
  const notes = (by: Session) => by.get<Page<Note>>(`${there}/onboarding/notes`);
  for (const visibility of ['all', 'ours']) {
    bodyOf(await partner.post(`${there}/onboarding/notes`, { text: visibility, visibility }));
  }
  bodyOf(await founder.post(`${there}/suspend`));
  bodyOf(await founder.delete(there));
  expect((await notes(partner)).status).toBe(404);

  bodyOf(await founder.post(`${there}/restore`));

  expect(bodyOf(await notes(partner)).items.map(({ text }) => text)).toEqual(['ours', 'all']);
});
