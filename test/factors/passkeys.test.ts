import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../server/core/clock.ts';
import { relyingParty } from '../../server/factors/ceremonies.ts';
import type { FactorAdded, OwnFactors } from '../../shared/factors/contract.ts';
import { Authenticator } from '../support/authenticator.ts';
import { PASSWORD, type PersonName, personOf } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld({ publicUrl: 'https://canopy.example' });
world.clock.stop();

interface Options {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
}

const enrol = (session: Session) =>
  session.post<Options>('/auth/mfa/passkeys/options', { purpose: 'enrol' });

const prove = (session: Session) =>
  session.post<Options>('/auth/mfa/passkeys/options', { purpose: 'prove' });

/** Somebody with a passkey of their own. */
async function withPasskey(name: PersonName) {
  const session = await world.signIn(name);
  const key = new Authenticator('https://canopy.example');
  const response = key.create(bodyOf(await enrol(session)));
  const added = bodyOf(
    await session.post<FactorAdded>('/auth/mfa/passkeys', { name: 'Key', response }),
  );
  return { session, key, added };
}

/** A browser that is to sign in by a passkey, and what it was asked. */
async function asked() {
  const session = world.stranger();
  return { session, options: bodyOf(await session.post<Options>('/auth/passkey/options')) };
}

describe('a passkey', () => {
  test('is added with a name, listed, renamed and removed', async () => {
    const { session, added } = await withPasskey('tenant-admin@acme');
    const [passkey] = bodyOf(await session.get<OwnFactors>('/auth/mfa')).passkeys;
    const path = `/auth/mfa/passkeys/${passkey?.id}`;

    const renamed = await session.put(path, { name: 'Laptop' });
    const removed = await session.delete(path);

    expect(added).toMatchObject({ next: 'done' });
    expect(added.recoveryCodes).toHaveLength(10);
    expect(passkey).toMatchObject({ name: 'Key', lastUsedAt: null });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Laptop' } });
    expect(removed.status).toBe(204);
    expect((await session.who()).account.hasSecondFactor).toBe(false);
  });

  test('[S19] signs in by itself, and needs no code then', async () => {
    const { key } = await withPasskey('tenant-reader@acme');
    const { session, options } = await asked();

    const answer = await session.post('/auth/passkey', { response: key.get(options) });

    expect(answer).toMatchObject({ status: 200, body: { next: 'done' } });
    expect((await session.who()).account.email).toBe(personOf('tenant-reader@acme').email);
  });

  test('[S19] is the second factor after a password', async () => {
    const { key } = await withPasskey('tenant-admin@labs');
    const session = await world.signIn('tenant-admin@labs');
    const before = (await session.who()).next;

    const response = key.get(bodyOf(await prove(session)));
    const answer = await session.post('/auth/mfa/passkey', { response });

    expect([before, answer.body]).toEqual(['mfa', { next: 'done' }]);
  });

  test('shows once more who one is', async () => {
    const { session, key } = await withPasskey('tenant-reader@labs');
    world.clock.advance(6 * MINUTE);
    const late = await session.post('/auth/mfa/recovery-codes');

    const response = key.get(bodyOf(await prove(session)));
    bodyOf(await session.post('/auth/reauthenticate', { response }));

    expect(late.body.code).toBe('auth.reauthenticate');
    expect((await session.post('/auth/mfa/recovery-codes')).status).toBe(200);
  });

  test('is not added by who still owes a factor', async () => {
    await withPasskey('partner-admin@alder');
    const session = world.stranger();
    const input = { email: personOf('partner-admin@alder').email, password: PASSWORD };
    bodyOf(await session.post('/auth/sign-in', input));

    const answer = await session.post('/auth/mfa/passkeys/options', { purpose: 'enrol' });

    expect(answer.body.code).toBe('auth.pending');
  });

  test('lets nobody in who is shut out', async () => {
    const { session: own, key } = await withPasskey('partner-reader@alder');
    bodyOf(await world.founder.post(`/accounts/${(await own.who()).account.id}/disable`));
    const { session, options } = await asked();

    const answer = await session.post('/auth/passkey', { response: key.get(options) });

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.denied' } });
  });
});

describe('an answer of an authenticator', () => {
  const refused = { status: 403, body: { code: 'auth.passkey' } };

  test('[S19] counts once', async () => {
    const { key } = await withPasskey('partner-admin@birch');
    const { session, options } = await asked();
    const { ceremony } = session;
    const response = key.get(options);
    bodyOf(await session.post('/auth/passkey', { response }));

    const again = world.stranger();
    again.ceremony = ceremony;

    expect(await again.post('/auth/passkey', { response })).toMatchObject(refused);
  });

  test('[S19] counts in the browser that was asked', async () => {
    const { key } = await withPasskey('partner-reader@birch');
    const { options } = await asked();
    const elsewhere = await asked();

    const response = key.get(options);

    expect(await elsewhere.session.post('/auth/passkey', { response })).toMatchObject(refused);
    expect(await world.stranger().post('/auth/passkey', { response })).toMatchObject(refused);
  });

  test('[S19] counts for five minutes', async () => {
    const { key } = await withPasskey('partner-admin@grove');
    const { session, options } = await asked();

    world.clock.advance(5 * MINUTE + 1);

    const response = key.get(options);
    expect(await session.post('/auth/passkey', { response })).toMatchObject(refused);
  });

  test('[S19] counts for what was asked, and for no other account', async () => {
    const ours = await withPasskey('partner-reader@grove');
    const theirs = await withPasskey('tenant-admin@beta');
    const toSignIn = bodyOf(await ours.session.post<Options>('/auth/passkey/options'));
    const mixed = await ours.session.post('/auth/reauthenticate', {
      response: ours.key.get(toSignIn),
    });

    const toProve = bodyOf(await prove(ours.session));
    const foreign = await ours.session.post('/auth/reauthenticate', {
      response: theirs.key.get(toProve),
    });

    expect([mixed.body.code, foreign.body.code]).toEqual(['auth.passkey', 'auth.passkey']);
  });

  test.each([
    ['another site’s page', (key: Authenticator) => (key.origin = 'https://evil.example')],
    ['a counter that fell back', (key: Authenticator) => (key.counter = -1)],
  ])('is refused for %s', async (what, bend) => {
    const name = what.startsWith('a ') ? 'tenant-reader@beta' : 'tenant-admin@gamma';
    const { key } = await withPasskey(name);
    const first = await asked();
    bodyOf(await first.session.post('/auth/passkey', { response: key.get(first.options) }));
    const { session, options } = await asked();

    bend(key);

    expect(await session.post('/auth/passkey', { response: key.get(options) })).toMatchObject(
      refused,
    );
  });

  test('is refused for a challenge of our own making', async () => {
    const { key } = await withPasskey('tenant-reader@gamma');
    const { session } = await asked();

    const response = key.get({ challenge: 'bm9uZQ', rpId: 'canopy.example' });

    expect(await session.post('/auth/passkey', { response })).toMatchObject(refused);
  });
});

test.each([
  ['https://canopy.example', true, { id: 'canopy.example', origin: 'https://canopy.example' }],
  ['http://127.0.0.1:3000', false, { id: 'localhost', origin: 'http://localhost:3000' }],
])('passkeys at %s are bound to its name', (url, isConfigured, party) => {
  expect(relyingParty(url, isConfigured)).toMatchObject(party);
});
