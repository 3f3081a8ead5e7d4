import { describe, expect, test } from 'vitest';
import type { NewProvider } from '../../shared/federation/contract.ts';
import { begin, comeBack, connect, depart } from '../support/federation.ts';
import { type Claims, IdentityProvider } from '../support/identity-provider.ts';
import { personOf } from '../support/people.ts';
import type { Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const DIRECTORY = '11111111-2222-4333-8444-555555555555';

interface Kind {
  name: string;
  claims: Claims;
  fields: Partial<NewProvider>;
}

const kinds: Kind[] = [
  { name: 'any provider', claims: {}, fields: {} },
  {
    name: 'one that tells a directory, as Entra does',
    claims: { tid: DIRECTORY },
    fields: { kind: 'entra', directories: [DIRECTORY] },
  },
  {
    name: 'one that tells a domain, as Google does',
    claims: { hd: 'acme.example' },
    fields: { kind: 'google', domain: 'acme.example' },
  },
];

describe('with a real provider', async () => {
  const world = await shareWorld();

  test.each(kinds.map((kind) => [kind.name, kind] as const))(
    'one connects a sign-in at %s, and comes in by it',
    async (_, { claims, fields }) => {
      await using real = await IdentityProvider.start(claims);
      const { id } = await connect(world, { ...real.connection, ...fields });
      const go = async (session: Session, there: URL, login: string): Promise<URL> => {
        const back = await real.signIn(there, login);
        return comeBack(session, id, Object.fromEntries(back.searchParams));
      };
      const own = await world.signIn('tenant-admin@acme');
      const session = world.stranger();
      const stranger = world.stranger();

      const linked = await go(own, await begin(own, id, 'link', { next: '/account' }), 'ann');
      const entered = await go(session, await depart(session, id, '/account'), 'ann');
      const refused = await go(stranger, await depart(stranger, id), 'somebody');

      expect([linked, entered].map(({ pathname, search }) => pathname + search)).toEqual([
        '/account',
        '/account',
      ]);
      expect((await session.who()).account.email).toBe(personOf('tenant-admin@acme').email);
      expect(refused.searchParams.get('problem')).toBe('unknown');
    },
  );

  test('[F5] a person of no directory that may sign in does not come in', async () => {
    await using real = await IdentityProvider.start({ tid: DIRECTORY });
    const { id } = await connect(world, {
      ...real.connection,
      kind: 'entra',
      directories: ['99999999-2222-4333-8444-555555555555'],
    });
    const session = world.stranger();

    const back = await real.signIn(await depart(session, id), 'ann');
    const page = await comeBack(session, id, Object.fromEntries(back.searchParams));

    expect(page.searchParams.get('problem')).toBe('directory');
  });

  test('a wrong client secret lets nobody in', async () => {
    await using real = await IdentityProvider.start();
    const { id } = await connect(world, { ...real.connection, clientSecret: 'not the secret' });
    const session = world.stranger();

    const back = await real.signIn(await depart(session, id), 'ann');
    const page = await comeBack(session, id, Object.fromEntries(back.searchParams));

    expect(page.searchParams.get('problem')).toBe('unreachable');
  });
});
