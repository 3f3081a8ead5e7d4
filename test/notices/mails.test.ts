import { describe, expect, test } from 'vitest';
import type { NoticePreferences } from '../../shared/notices/contract.ts';
import { MINUTE } from '../../server/core/clock.ts';
import { telling } from '../../client/notices/inbox.svelte.ts';
import { en } from '../../client/notices/words.en.ts';
import { features } from '../../server/features.ts';
import { roleNotices } from '../../server/access/notices.ts';
import { requestNotices } from '../../server/access-requests/notices.ts';
import { mailNotices } from '../../server/notices/mail-notices.ts';
import { nextMorning } from '../../server/notices/next-morning.ts';
import { BehindAcme } from '../access/behind-acme.ts';
import { personOf } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import type { World } from '../support/world.ts';
import { twoOfAlder } from './two-of-alder.ts';

const kinds = [...roleNotices, ...requestNotices];
const BEN = personOf('nobody@alder').email;

const looks = (world: World) => mailNotices(world.server.running.context.openOwnWork(), kinds);

/** What was mailed of notices, without greeting and links. */
async function gathered(world: World, email = BEN): Promise<string[]> {
  const context = world.server.running.context;
  await context.jobs.settled();
  const mails = await world.mailsTo(email);
  return mails.filter(({ text }) => text.includes('/inbox')).map(({ text }) => text);
}

async function choose(session: Session, mail: string, kind = 'role-given') {
  return bodyOf(await session.put<NoticePreferences>(`/notices/preferences/${kind}`, { mail }));
}

describe('what stays unread', () => {
  test('[N4] goes by mail after ten minutes, all in one, and once', async () => {
    await using it = await twoOfAlder();
    await it.give('TenantAdministrator', 'acme');
    await it.give('TenantReader', 'beta');
    it.world.clock.advance(9 * MINUTE);
    await looks(it.world);
    const early = await gathered(it.world);
    it.world.clock.advance(2 * MINUTE);

    await Promise.all([looks(it.world), looks(it.world)]); // as two nodes do
    await looks(it.world);

    const mails = await gathered(it.world);
    expect([early, mails.length]).toEqual([[], 1]);
    expect(mails[0]).toContain('You are Tenant administrator at Acme now.');
    expect(mails[0]).toContain('You are Tenant reader at Beta now.');
    expect(mails[0]).toContain(`${it.world.server.publicUrl}/inbox`);
  });

  test('[N4] is not mailed once it was read, nor where one never wants it', async () => {
    await using it = await twoOfAlder();
    await it.give('TenantAdministrator', 'acme');
    bodyOf(await it.ben.post('/notices/read', { upTo: 1 }));
    await choose(it.ben, 'never');
    await it.give('TenantReader', 'beta');
    it.world.clock.advance(20 * MINUTE);

    await looks(it.world);

    expect(await gathered(it.world)).toEqual([]);
  });

  test('[N5] waits for the morning of one’s zone where one wants it daily', async () => {
    await using it = await twoOfAlder();
    bodyOf(
      await it.ben.patch('/account/preferences', { timeZone: 'Asia/Kathmandu' }, { ifMatch: '*' }),
    );
    await it.give('TenantAdministrator', 'acme');
    await choose(it.ben, 'daily'); // what waits already goes by it too
    const morning = nextMorning(it.world.clock.now(), 'Asia/Kathmandu').getTime();
    const left = () => morning - it.world.clock.now().getTime();
    it.world.clock.advance(left() - MINUTE);
    await looks(it.world);
    const before = await gathered(it.world);
    it.world.clock.advance(left() + 1);

    await looks(it.world);

    expect([before, (await gathered(it.world)).length]).toEqual([[], 1]);
  });

  test('[N2] says by mail what its reader may see then, in their language', async () => {
    await using it = await twoOfAlder();
    bodyOf(await it.ben.patch('/account/preferences', { language: 'de' }, { ifMatch: '*' }));
    const { id } = await it.give('TenantAdministrator', 'acme');
    bodyOf(await it.ann.delete(`/grants/${id}`));
    it.world.clock.advance(11 * MINUTE);

    await looks(it.world);

    const [mail] = await gathered(it.world);
    expect(mail).toContain('Eine Ihrer Rollen ist beendet.');
    expect(mail).not.toContain('Acme');
    expect(mail).not.toContain(it.world.ids.acme);
  });

  test('[N4] waits for a reader whose home is suspended', async () => {
    await using it = await twoOfAlder();
    await it.give('TenantAdministrator', 'acme');
    bodyOf(await it.world.founder.post(it.world.at('alder', '/suspend')));
    it.world.clock.advance(11 * MINUTE);
    await looks(it.world);
    const meanwhile = await gathered(it.world);
    const founder = await it.world.signIn('platform-admin@platform');
    bodyOf(await founder.post(it.world.at('alder', '/activate')));
    it.world.clock.advance(61 * MINUTE);

    await looks(it.world);

    expect([meanwhile.length, (await gathered(it.world)).length]).toEqual([0, 1]);
  });

  test('[N1] a program is told of nothing, and keeps nobody from their mail', async () => {
    await using it = await twoOfAlder();
    const machine = { type: 'machine', displayName: 'Importer' };
    const made = await it.ann.post<{ id: string }>(it.world.at('alder', '/accounts'), machine);
    const role = { role: 'TenantReader', organisationId: it.world.ids.acme };
    bodyOf(await it.ann.post(`/accounts/${bodyOf(made).id}/grants`, role));
    await it.give('TenantAdministrator', 'acme');
    it.world.clock.advance(11 * MINUTE);

    await looks(it.world);

    const told = await it.world.em.execute('select id from notices where account_id = ?', [
      bodyOf(made).id,
    ]);
    expect([told, (await gathered(it.world)).length]).toEqual([[], 1]);
  });

  test('[N4] makes no link of a name', async () => {
    await using it = await twoOfAlder();
    const evil = 'https://evil.example';
    const { id } = await it.world.create('tenant', 'alder', { displayName: evil });
    const input = { role: 'TenantReader', organisationId: id };
    const { account } = await it.ben.who();
    bodyOf(await it.ann.post(`/accounts/${account.id}/grants`, input));
    it.world.clock.advance(11 * MINUTE);

    await looks(it.world);

    const [mail] = await gathered(it.world);
    expect(mail).toContain('https: //evil .example');
    expect(mail).not.toContain(evil);
  });

  test('[N4] an address that signs in no more gets none', async () => {
    await using it = await twoOfAlder();
    await it.give('TenantAdministrator', 'acme');
    const { account } = await it.ben.who();
    bodyOf(await it.ann.post(`/accounts/${account.id}/disable`));
    it.world.clock.advance(11 * MINUTE);

    await looks(it.world);

    expect(await gathered(it.world)).toEqual([]);
  });

  test('[N4] what its feature mails at once is not mailed again', async () => {
    await using it = await BehindAcme.begin();
    bodyOf(await it.ask());
    it.world.clock.advance(11 * MINUTE);

    await looks(it.world);

    expect(await gathered(it.world, 'tenant-admin@acme.example')).toEqual([]);
  });
});

describe('the choice', () => {
  test('is read, changed kind by kind, and refused where there is none', async () => {
    await using it = await twoOfAlder();

    expect(bodyOf(await it.ben.get('/notices/preferences'))).toEqual({
      items: [
        { kind: 'role-given', mail: 'soon' },
        { kind: 'role-ended', mail: 'soon' },
        { kind: 'access-request', mail: 'at-once' },
        { kind: 'access-answer', mail: 'at-once' },
        { kind: 'step-assigned', mail: 'soon' },
        { kind: 'mentioned', mail: 'soon' },
      ],
    });
    expect((await choose(it.ben, 'daily')).items[0]).toEqual({ kind: 'role-given', mail: 'daily' });
    for (const [kind, mail, status] of [
      ['access-request', 'never', 422],
      ['role-given', 'at-once', 422],
      ['role-given', null, 422],
      ['weather', 'soon', 404],
      ['__proto__', 'soon', 404],
    ]) {
      const answer = await it.ben.put(`/notices/preferences/${kind}`, { mail });
      expect([kind, mail, answer.status]).toEqual([kind, mail, status]);
    }
    expect((await choose(it.ann, 'never', 'role-ended')).items[0]?.mail).toBe('soon');
  });
});

test('a page looks for news when a record changes that notices are about', () => {
  const kinds = features.flatMap(({ notices = [] }) => notices);

  expect(Object.keys(telling).sort()).toEqual(
    [...new Set(kinds.map(({ resource }) => resource))].sort(),
  );
});

test('every kind of notices has a name on the page of choices', () => {
  const given = features.flatMap(({ notices = [] }) => notices).map(({ kind }) => kind);

  expect(Object.keys(en.kinds).sort()).toEqual(given.sort());
});

test.each([
  ['Europe/Berlin', '2026-11-29T06:59:59Z', '2026-11-29T07:00:00Z'],
  ['Europe/Berlin', '2026-11-29T07:00:00Z', '2026-11-30T07:00:00Z'],
  ['Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T06:00:00Z'], // clocks go forward at night
  ['Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T07:00:00Z'], // and back
  ['Australia/Lord_Howe', '2026-04-04T00:00:00Z', '2026-04-04T21:30:00Z'], // by half an hour
  ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01T02:15:00Z'],
  ['Pacific/Apia', '2011-12-29T20:00:00Z', '2011-12-30T18:00:00Z'], // a day that never was
])('[N5] eight in the morning in %s after %s', (zone, after, morning) => {
  expect(nextMorning(new Date(after), zone).toISOString()).toBe(new Date(morning).toISOString());
});
