import { afterAll, describe, expect, test } from 'vitest';
import type { KnownLink } from '../../shared/access/contract.ts';
import type { EditSettings, ManagementMode } from '../../shared/organisations/contract.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import { addApp } from '../support/totp.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const inside = await world.signIn('tenant-admin@acme');
await addApp(inside, world.clock.now());
const live = await inside.socket();
afterAll(() => live[Symbol.asyncDispose]());

type Above = Extract<PlaceName, 'platform' | 'north' | 'alder'>;
type Deed = (at: Above) => Promise<unknown>;

const edit =
  (patch: EditSettings): Deed =>
  async (at) =>
    bodyOf(await world.founder.patch(world.at(at, '/settings'), patch, { ifMatch: '*' }));

const manage =
  (managementMode: ManagementMode): Deed =>
  async (at) => {
    const name = at === 'north' ? 'distributor-admin@north' : 'partner-admin@alder';
    const session = await world.signIn(name);
    return bodyOf(await session.put(world.at(at, '/access'), { managementMode }));
  };

/** What the socket was told last, but for what ended: the view alone, as nobody gained or lost a role. */
const frame = () => JSON.stringify({ ...live.access.at(-1), ended: undefined });

/** What the session is told when all is told. */
async function told() {
  await world.settled();
  const view = await inside.who();
  return { view: JSON.stringify(view), access: view.access };
}

/** What levels above can say, how it is taken back, and what is in force of it below. */
const cases: [string, Deed, Deed, readonly Above[], object][] = [
  [
    'that the inside is closed',
    manage('self-managed'),
    manage('managed'),
    ['north', 'alder'],
    { managementMode: 'self-managed' },
  ],
  [
    'of whom a second factor is asked',
    edit({ mfa: 'administrators' }),
    edit({ mfa: 'nobody' }),
    ['north', 'alder'],
    { mfa: 'administrators' },
  ],
  [
    'by which paths people sign in',
    edit({ signInPaths: ['password'] }),
    edit({ signInPaths: null }),
    ['platform', 'north', 'alder'],
    { signInPaths: ['password'] },
  ],
  [
    'what they do not delegate',
    edit({ selfProvisioning: { 'tenant.createUnit': 'deny' } }),
    edit({ selfProvisioning: { 'tenant.createUnit': 'inherit' } }),
    ['platform', 'north', 'alder'],
    { selfProvisioning: { 'tenant.createUnit': 'deny' } },
  ],
];

describe('[A11] what a session is told of the levels above its grants', () => {
  test.each(cases)(
    'is the same, also over its socket, whichever says %s',
    async (_, say, takeBack, levels, inForce) => {
      const before = await told();
      const said: Awaited<ReturnType<typeof told>>[] = [];
      for (const level of levels) {
        await say(level);
        const news = await told();
        said.push(news);
        await live.until(() => frame() === news.view);
        await takeBack(level);
      }
      const after = await told();

      expect(new Set(said.map(({ view }) => view)).size).toBe(1);
      expect(said[0]?.access.above[world.ids.acme]).toMatchObject(inForce);
      expect(after.view).toBe(before.view);
      expect(said[0]?.view).not.toBe(before.view);
    },
  );

  test('is nothing of locks, of sub-partners, or of what says nothing new', async () => {
    const before = await told();

    bodyOf(await world.founder.post(world.at('alder', '/lock')));
    await edit({ subPartners: true })('alder');
    await edit({ selfProvisioning: { 'partner.createTenant': 'allow' } })('north');

    expect((await told()).view).toBe(before.view);
    bodyOf(await world.founder.post(world.at('alder', '/unlock')));
  });

  test('is their names', async () => {
    const { chains } = (await told()).access;

    expect(chains[world.ids.acme]?.slice(0, -1)).toEqual([
      { id: world.ids.platform, kind: 'platform', displayName: 'Platform' },
      { id: world.ids.north, kind: 'distributor', displayName: 'North' },
      { id: world.ids.alder, kind: 'partner', displayName: 'Alder' },
    ]);
  });

  test('[H14] leaves out the settings of a level that only a role outside its barrier reaches', async () => {
    const { account } = await inside.who();
    const role = { role: 'DistributorReader', organisationId: world.ids.north };
    bodyOf(await world.founder.post(`/accounts/${account.id}/grants`, role));
    const alder = async () => {
      const links: KnownLink[] = (await told()).access.chains[world.ids.acme] ?? [];
      return links.find(({ id }) => id === world.ids.alder);
    };
    const open = await alder();

    await manage('self-managed')('alder');

    expect(open).toHaveProperty('selfProvisioning');
    expect(await alder()).toEqual({
      id: world.ids.alder,
      kind: 'partner',
      displayName: 'Alder',
      status: 'active',
      managementMode: 'self-managed',
      lockedAt: null,
    });
  });
});
