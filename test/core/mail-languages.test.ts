import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { roleNotices } from '../../server/access/notices.ts';
import { DAY, MINUTE } from '../../server/core/clock.ts';
import { findRows } from '../../server/core/db/find-rows.ts';
import { openSubject } from '../../server/core/jobs/enqueue.ts';
import { Job } from '../../server/core/jobs/job.entity.ts';
import type { Letter } from '../../server/core/mail.ts';
import { type MailText, mailWordsOf } from '../../server/core/mail-words.ts';
import { mailNotices } from '../../server/notices/mail-notices.ts';
import { german } from '../../server/german.ts';
import { speakingTo } from '../../shared/core/words/speech.ts';
import type { Table } from '../../shared/core/words/words.ts';
import { BehindAcme } from '../access/behind-acme.ts';
import { PASSWORD, personOf } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld } from '../support/world.ts';

const english = import.meta.glob<{ en: Table }>('../../server/**/words.en.ts', { eager: true });
const kinds = kindsOfMails();

const world = await createWorld();
const it = await BehindAcme.in(world);
afterAll(() => world[Symbol.asyncDispose]());

const GUEST = 'partner-admin@alder.example';
const INSIDE = 'tenant-admin@acme.example';

/** The letters that were queued to somebody, as they leave; the oldest first. */
async function lettersTo(email: string): Promise<Letter[]> {
  const { context } = world.server.running;
  const jobs = await findRows(world.em, Job, { kind: 'mail' }, { orderBy: [{ id: 'asc' }] });
  return jobs
    .map((job) => openSubject(context.secrets, job) as Letter)
    .filter(({ to }) => to === email);
}

async function lastTo(email: string): Promise<Letter> {
  await expect.poll(async () => (await lettersTo(email)).length).toBeGreaterThan(0);
  const last = (await lettersTo(email)).at(-1);
  if (!last) throw new Error(`Nothing was mailed to ${email}.`);
  return last;
}

function choose(by: Session, fields: object) {
  return by.patch('/account/preferences', fields, { ifMatch: '*' });
}

/** Every subject that a mail of the server has, as `server/accounts invitation`. */
function kindsOfMails(): string[] {
  return globSync('server/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bsubject: words\.(\w+)/g)].map(
      ([, name = '']) => `${dirname(file)} ${name}`,
    ),
  );
}

/** The German subject of a kind with whatever names. */
function isOfKind({ subject }: Letter, kind: string): boolean {
  const [folder = '', name = ''] = kind.split(' ');
  const message = german[folder]?.[name];
  const said =
    typeof message === 'function' ? message(new Proxy({}, { get: () => '*' }) as never) : message;
  const text = typeof said === 'string' ? said : '';
  const pattern = text.replace(/[.?+^$()[\]{}|]/g, String.raw`\$&`).replaceAll('*', '.+');
  return new RegExp(`^Canopy: ${pattern}$`).test(subject);
}

describe('mails to people who never chose', () => {
  const who = 'partner-reader@birch';
  const email = personOf(who).email;

  test.each([
    ['who asked in English', 'fr, en-GB;q=0.9', 'Hello'],
    ['whose browser asks for German', 'de-AT, en;q=0.5', 'Guten Tag'],
  ])('are for those %s in that language', async (_, header, greeting) => {
    await world.signIn(who);
    const before = (await lettersTo(email)).length;

    const asks = { email };
    const options = { headers: { 'accept-language': header } };
    bodyOf(await world.stranger().post('/auth/password-reset', asks, options));

    await expect.poll(async () => (await lettersTo(email)).length).toBe(before + 1);
    expect((await lastTo(email)).text).toMatch(new RegExp(`^${greeting} `));
  });

  test('are in the language of whoever causes them', async () => {
    await choose(world.founder, { language: 'en' });
    const { id } = await world.invite('tenant-reader@beta');
    const invited = personOf('tenant-reader@beta').email;
    const inEnglish = await lastTo(invited);
    await choose(world.founder, { language: 'de' });
    bodyOf(await world.founder.post(`/accounts/${id}/invitation`));

    expect(inEnglish.text).toMatch(/^Hello /);
    expect((await lastTo(invited)).text).toMatch(/^Guten Tag /);
  });
});

describe('mails to people who chose German', () => {
  /** What has each kind of mail sent, and to whom. */
  const causes: Record<string, () => Promise<unknown>> = {
    'server/access-requests asks': async () => {
      await it.ask();
      return INSIDE;
    },
    'server/access-requests declined': async () => {
      const [open] = await it.list(it.inside);
      bodyOf(await it.inside.post(`/access-requests/${open?.id}/refuse`, { reason: 'No.' }));
      return GUEST;
    },
    'server/access-requests youHave': async () => {
      await it.letIn();
      return GUEST;
    },
    'server/access-requests ended': async () => {
      const [open] = await it.list(it.inside);
      bodyOf(await it.inside.post(`/access-requests/${open?.id}/end`));
      return GUEST;
    },
    'server/access-requests emergency': async () => {
      bodyOf(await it.breakGlass());
      return INSIDE;
    },
    'server/accounts factorsRemoved': async () => {
      const { account } = await it.partner.who();
      bodyOf(await world.founder.post(`/accounts/${account.id}/reset-mfa`));
      it.partner = await world.signIn('partner-admin@alder');
      return GUEST;
    },
    'server/sign-in/passwords chooseAnother': async () => {
      bodyOf(await world.stranger().post('/auth/password-reset', { email: GUEST }));
      return GUEST;
    },
    'server/sign-in/passwords changed': async () => {
      const token = /#([\w-]+)/.exec((await lastTo(GUEST)).text)?.[1];
      const password = PASSWORD;
      bodyOf(await world.stranger().post('/auth/password-reset/confirm', { token, password }));
      it.partner = await world.signIn('partner-admin@alder');
      return GUEST;
    },
    'server/accounts invitation': async () => {
      const { id } = await world.invite('partner-admin@grove');
      bodyOf(await world.founder.post(`/accounts/${id}/invitation`));
      return personOf('partner-admin@grove').email;
    },
    'server/notices news': async () => {
      it.partner = await world.signIn('partner-admin@alder');
      const { account } = await it.partner.who();
      const input = { role: 'PartnerReader', organisationId: world.ids.birch };
      const founder = await world.signIn('platform-admin@platform');
      bodyOf(await founder.post(`/accounts/${account.id}/grants`, input));
      await it.pass(11 * MINUTE);
      await mailNotices(world.server.running.context.openOwnWork(), roleNotices);
      return GUEST;
    },
    'server/access-requests endsSoon': async () => {
      await it.letIn({ days: 60 });
      await it.pass(59.5 * DAY);
      await it.look();
      return GUEST;
    },
    'server/access-requests othersEndsSoon': () => Promise.resolve(INSIDE),
  };

  test.each(Object.keys(causes))('say %s in German', async (kind) => {
    for (const each of [it.partner, it.inside]) {
      bodyOf(await choose(each, { language: 'de', timeZone: 'Asia/Kathmandu' }));
    }

    const to = String(await causes[kind]?.());

    const ofKind = async () => (await lettersTo(to)).filter((each) => isOfKind(each, kind));
    await expect.poll(ofKind).not.toEqual([]);
    const [letter] = await ofKind();
    expect(letter?.text).toMatch(/^Guten Tag /);
  });

  test('are of every kind that there is', () => {
    expect(Object.keys(causes).sort()).toEqual([...new Set(kinds)].sort());
  });

  test('name the zone of their times', async () => {
    const until = (await lastTo(GUEST)).text;

    expect(until).toMatch(/endet am .+ (GMT\+5:45|NPT)\./);
  });
});

describe('a message of mails', () => {
  const evil = '\u202e<b>Eve</b>\r\nhttps://evil.example';
  const plainly: Record<string, unknown> = {
    days: 2,
    role: 'TenantReader',
    until: new Date('2026-03-03T20:50:00Z'),
  };
  const given = new Proxy(plainly, {
    get: (known, name) => (typeof name === 'string' ? (known[name] ?? evil) : undefined),
  });
  const messages = Object.entries(english).flatMap(([file, { en }]) =>
    Object.keys(en).map((name) => [dirname(file).slice('../../'.length), name] as const),
  );

  test.each(messages)('of %s, %s, lets nobody’s text speak in our voice', (folder, name) => {
    const { en } = english[`../../${folder}/words.en.ts`] ?? { en: {} };
    const say = (tables?: typeof german) =>
      speakingTo({ language: tables ? 'de' : 'en', locale: 'en-GB', tables }, () => {
        const message = mailWordsOf(folder as `server/${string}`, en)[name] as unknown;
        const text =
          typeof message === 'function' ? (message as (all: object) => MailText)(given) : message;
        return (text as MailText).text;
      });

    const [inEnglish, inGerman] = [say(), say(german)];

    expect(inGerman).not.toBe(inEnglish);
    for (const text of [inEnglish, inGerman]) {
      expect(text).not.toMatch(/[\r\n\u202e]|https:\/\/|evil\.example/);
      if (text.includes('Eve')) expect(text).toContain('<b>Eve</b> https: //evil .example');
    }
  });
});
