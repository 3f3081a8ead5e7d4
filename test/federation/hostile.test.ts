import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Provider } from '../../shared/federation/contract.ts';
import { begin, connect, depart, refusals, roundTrip } from '../support/federation.ts';
import { type Forgery, HostileProvider } from '../support/hostile-provider.ts';
import { type PersonName, personOf } from '../support/people.ts';
import type { Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const DIRECTORY = '11111111-2222-4333-8444-555555555555';
const OTHER_DIRECTORY = '99999999-2222-4333-8444-555555555555';
const ann: PersonName = 'tenant-admin@acme';

/** Seconds since 1970, some from now. */
function at(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

interface Attack extends Forgery {
  name: string;
  /** Which connection it goes through: with nothing, a directory or a domain pinned. */
  through?: 'plain' | 'entra' | 'google';
  reason: string;
  problem: string;
}

const refused = { problem: 'refused' } as const;
const elsewhere = { problem: 'directory' } as const;

const attacks: Attack[] = [
  {
    name: 'of another issuer',
    claims: { iss: 'https://login.example' },
    reason: 'issuer',
    ...refused,
  },
  {
    name: 'for another audience',
    claims: { aud: 'somebody-else' },
    reason: 'audience',
    ...refused,
  },
  {
    name: 'for others too, without saying for whom',
    claims: { aud: ['canopy', 'somebody-else'] },
    reason: 'audience',
    ...refused,
  },
  {
    name: 'for us too, given to another',
    claims: { aud: ['canopy', 'somebody-else'], azp: 'somebody-else' },
    reason: 'authorised-party',
    ...refused,
  },
  {
    name: 'for us alone, given to another',
    claims: { azp: 'somebody-else' },
    reason: 'authorised-party',
    ...refused,
  },
  { name: 'that is over for long', claims: { exp: at(-600) }, reason: 'expired', ...refused },
  { name: 'that is over for seconds', claims: { exp: at(-5) }, reason: 'expired', ...refused },
  { name: 'that is not valid yet', claims: { nbf: at(600) }, reason: 'not-yet-valid', ...refused },
  {
    name: 'made in the future',
    claims: { iat: at(3_600) },
    reason: 'issued-in-future',
    ...refused,
  },
  { name: 'without a nonce', claims: { nonce: undefined }, reason: 'nonce-missing', ...refused },
  { name: 'of another sign-in', claims: { nonce: 'another' }, reason: 'nonce', ...refused },
  { name: 'without a subject', claims: { sub: undefined }, reason: 'claims', ...refused },
  { name: 'without a lifetime', claims: { exp: undefined }, reason: 'claims', ...refused },
  { name: 'with a forged signature', isForged: true, reason: 'signature', ...refused },
  { name: 'without a signature', isUnsigned: true, reason: 'algorithm', ...refused },
  { name: 'by an unknown key', isUnknownKey: true, reason: 'unknown-key', ...refused },
  {
    name: 'of another directory',
    through: 'entra',
    claims: { tid: OTHER_DIRECTORY },
    reason: 'directory',
    ...elsewhere,
  },
  { name: 'of no directory', through: 'entra', reason: 'directory', ...elsewhere },
  { name: 'of no domain', through: 'google', reason: 'domain', ...elsewhere },
  {
    name: 'of another domain',
    through: 'google',
    claims: { hd: 'elsewhere.example' },
    reason: 'domain',
    ...elsewhere,
  },
  {
    name: 'of a stranger with the e-mail address of an account',
    claims: { sub: 'a-stranger', email: personOf(ann).email, email_verified: true },
    reason: 'unknown-identity',
    problem: 'unknown',
  },
];

describe('a token', async () => {
  const world = await shareWorld();
  const hostile = await HostileProvider.start();
  afterAll(() => hostile[Symbol.asyncDispose]());
  const providers = {} as Record<'plain' | 'entra' | 'google', Provider>;

  const signIn = async (
    through: keyof typeof providers,
    forgery: Forgery,
  ): Promise<{ session: Session; page: URL }> => {
    const { id } = providers[through];
    const session = world.stranger();
    const there = await depart(session, id);
    return { session, page: await roundTrip(session, { hostile, id, there }, forgery) };
  };

  beforeAll(async () => {
    const { connection } = hostile;
    providers.plain = await connect(world, connection);
    providers.entra = await connect(world, {
      ...connection,
      kind: 'entra',
      directories: [DIRECTORY],
    });
    providers.google = await connect(world, {
      ...connection,
      kind: 'google',
      domain: 'acme.example',
    });
    const session = await world.signIn(ann);
    const { id } = providers.plain;
    const there = await begin(session, id, 'link');
    const page = await roundTrip(session, { hostile, id, there });
    expect(page.pathname).toBe('/');
  });

  test.each([
    ['plain', {}],
    ['entra', { tid: DIRECTORY.toUpperCase() }],
    ['google', { hd: 'acme.example' }],
  ] as const)('[F1] that is good opens the linked account, through %s', async (through, claims) => {
    const { session, page } = await signIn(through, { claims });

    expect(page.pathname + page.search).toBe('/');
    expect((await session.who()).account.email).toBe(personOf(ann).email);
  });

  test.each([
    ['plain', 'login'],
    ['entra', 'login'],
    ['google', 'select_account'],
  ] as const)(
    'is asked for as a proof so that somebody acts, through %s',
    async (through, prompt) => {
      const there = await begin(await world.signIn(ann), providers[through].id, 'prove');

      expect(there.searchParams.get('prompt')).toBe(prompt);
      expect(there.searchParams.get('max_age')).toBe('0');
    },
  );

  test.each(attacks.map((attack) => [attack.name, attack] as const))(
    '[F4] %s opens nothing, and the audit knows why',
    async (_, { through = 'plain', reason, problem, ...forgery }) => {
      const before = (await refusals(world)).length;
      const rows = await countRows();

      const { session, page } = await signIn(through, forgery);

      expect(page.pathname).toBe('/sign-in');
      expect(page.searchParams.get('problem')).toBe(problem);
      expect(session.cookie).toBe('');
      expect((await session.get('/auth/session')).status).toBe(401);
      expect(await countRows()).toEqual(rows);
      const told = (await refusals(world)).slice(before);
      expect(told).toMatchObject([{ reason, provider: providers[through].id }]);
    },
  );

  /** How many accounts, sessions and links there are. */
  function countRows(): Promise<unknown> {
    return world.em.execute(
      `select (select count(*) from accounts) as accounts,
              (select count(*) from sessions) as sessions,
              (select count(*) from linked_identities) as identities`,
    );
  }
});
