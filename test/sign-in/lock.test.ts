import { describe, expect, test } from 'vitest';
import type { Change } from '../../shared/live/contract.ts';
import type { Account } from '../../shared/people/contract.ts';
import { LOCKED_FOR, LOCKING_FAILURES } from '../../server/sign-in/lock.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { MINUTE } from '../../server/core/clock.ts';
import { PASSWORD, type PersonName, personOf } from '../support/people.ts';
import { bodyOf, Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld({ trustedProxies: ['127.0.0.1'] });
const admin = await world.signIn('tenant-admin@acme');

/** A browser that nobody has signed in with, at an address of its own. */
function browserAt(
  address: string,
): Session & { signIn: (email: string, password?: string) => ReturnType<Session['post']> } {
  const session = new Session(world.url);
  return Object.assign(session, {
    signIn: (email: string, password = PASSWORD) =>
      session.post(
        '/auth/sign-in',
        { email, password },
        {
          headers: { 'x-forwarded-for': address },
        },
      ),
  });
}

/** Wrong passwords from some addresses by turns, each as fast as it may. */
async function attack(email: string, from: number, failures = LOCKING_FAILURES): Promise<void> {
  for (let at = 0; at < failures; at += 1) {
    const { status } = await browserAt(`198.51.100.${at % from}`).signIn(email, 'wrong');
    expect(status).toBe(401);
    if (at % from === from - 1 && at / from >= 4) world.clock.advance(MINUTE);
  }
}

/** Somebody who has signed in with this browser before. */
async function known(name: PersonName) {
  const session = await world.signIn(name);
  const { email } = personOf(name);
  const { id } = (await session.who()).account;
  bodyOf(await session.post('/auth/sign-in', { email, password: PASSWORD }));
  const read = async () => bodyOf(await admin.get<Account>(`/accounts/${id}`));
  return { session, email, id, read };
}

describe('[S11] many failures from several addresses', () => {
  test('lock an account for a time, for browsers that nobody knows', async () => {
    const { email, read } = await known('tenant-reader@acme');
    const { version } = await read();
    world.clock.stop();

    await attack(email, 4);

    const locked = await read();
    const right = await browserAt('203.0.113.1').signIn(email);
    const wrong = await browserAt('203.0.113.2').signIn(email, 'wrong');
    expect(locked.version).toBe(version + 1);
    expect(Date.parse(locked.lockedUntil ?? '')).toBe(Date.parse(locked.updatedAt) + LOCKED_FOR);
    expect([right.status, wrong.status]).toEqual([429, 429]);
    expect(right.text).toBe(wrong.text);
    expect(right.headers.get('retry-after')).toMatch(/^\d+$/);

    world.clock.advance(LOCKED_FOR);
    expect((await browserAt('203.0.113.1').signIn(email)).status).toBe(200);
  });

  test('say nothing of whether there is an account', async () => {
    const { email } = await known('tenant-reader@beta');
    const nobody = 'nobody-here@acme.example';
    await attack(email, 20);
    await attack(nobody, 20);

    const ofSomebody = await browserAt('203.0.113.3').signIn(email);
    const unknown = await browserAt('203.0.113.3').signIn(nobody);

    expect([ofSomebody.status, unknown.status]).toEqual([429, 429]);
    expect(ofSomebody.text).toBe(unknown.text);
  });

  test('leave alone who is signed in, and a browser that is known', async () => {
    const { session, email } = await known('tenant-admin@gamma');

    await attack(email, 20);
    const going = await session.get(world.at('gamma'));
    const again = await session.post('/auth/sign-in', { email, password: PASSWORD });

    expect([going.status, again.status]).toEqual([200, 200]);
  });

  test('show at once to who administers the account, and in the audit', async () => {
    const { email, id } = await known('second-tenant-reader@acme');
    await using live = await admin.socket();
    await live.subscribe({ scope: 'record', organisationId: world.ids.acme, topics: ['accounts'] });

    await attack(email, 20);
    await world.settled();

    const isLock = ({ id: each, fields }: Change) => each === id && 'lockedUntil' in fields;
    await live.until(({ changes }) => changes.some(isLock));
    const change = live.changes.find(isLock);
    expect(change).toMatchObject({ resource: 'account', actor: { displayName: 'Canopy' } });
    const record = await world.em.findOneOrFail(
      AuditRecord,
      { action: 'account.lock' },
      { orderBy: { seq: 'desc' } },
    );
    expect(record.details['changes']).toMatchObject([{ resource: 'account', id }]);
  });

  test('of one address, or of two, only slow those down', async () => {
    const { email, read } = await known('nobody@acme');

    await attack(email, 2, 22);

    expect((await read()).lockedUntil).toBeNull();
    expect((await browserAt('203.0.113.4').signIn(email)).status).toBe(200);
  });
});

describe('failures from many addresses of one network', () => {
  const spelled = ['2001:DB8:0:1:0::1', '2001:db8:0:1::2', '2001:0db8:0000:0001:ffff::1'];

  test('[S10] are slowed as those of one address, however it is spelled', async () => {
    const email = 'made-up@acme.example';
    world.clock.stop();

    const statuses: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      const address = spelled[at % spelled.length] ?? '';
      statuses.push((await browserAt(address).signIn(email, 'wrong')).status);
    }

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });

  test('[S11] count as one towards the lock, which wants three', async () => {
    const email = 'made-up-too@acme.example';
    world.clock.stop();
    const fail = async (address: string) =>
      (await browserAt(address).signIn(email, 'wrong')).status;

    for (let round = 0; round < LOCKING_FAILURES / 2; round += 1) {
      await fail(`2001:db8:0:1::${round}`);
      await fail(`2001:db8:0:2::${round}`);
      world.clock.advance(MINUTE);
    }
    const statuses = [await fail('2001:db8:0:3::1'), await fail('2001:db8:0:4::1')];

    expect(statuses).toEqual([401, 429]);
  });
});

describe('[S11] a locked account', () => {
  test('is unlocked by an administrator', async () => {
    const { email, id, read } = await known('user@acme');
    await attack(email, 20);

    const answer = await admin.post<Account>(`/accounts/${id}/unlock`);

    expect(answer).toMatchObject({ status: 200, body: { lockedUntil: null } });
    expect((await read()).lockedUntil).toBeNull();
    expect((await browserAt('203.0.113.5').signIn(email)).status).toBe(200);
    const audited = await world.em.findOneOrFail(AuditRecord, { action: 'account.unlock' });
    expect(audited.details['changes']).toMatchObject([{ id, after: { lockedUntil: null } }]);
  });

  test('is opened by another password, whose browser no later lock concerns', async () => {
    const { email } = await known('tenant-reader@labs');
    await attack(email, 20);
    const browser = browserAt('203.0.113.6');
    bodyOf(await browser.post('/auth/password-reset', { email }));
    await expect.poll(async () => (await world.mailsTo(email)).length).toBe(2);
    const [, mail] = await world.mailsTo(email);
    const token = /reset-password#([\w-]+)/.exec(mail?.text ?? '')?.[1];
    const password = 'another walk through the forest';

    bodyOf(await browser.post('/auth/password-reset/confirm', { token, password }));
    const elsewhere = await browserAt('203.0.113.7').signIn(email, password);
    await attack(email, 20);
    const there = await browser.signIn(email, password);

    expect([elsewhere.status, there.status]).toEqual([200, 200]);
  });
});
