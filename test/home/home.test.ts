import { describe, expect, test } from 'vitest';
import type { Home, Need } from '../../shared/home/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { BehindAcme } from '../access/behind-acme.ts';
import { startPostOffice } from '../support/post-office.ts';
import { type PersonName, roleOf } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, createWorldWithPost } from '../support/world.ts';

const homeOf = async (session: Session) => bodyOf(await session.get<Home>('/home'));

const linesOf = ({ needsMe }: Home) =>
  needsMe.map(({ kind, organisation }) => `${kind} at ${organisation?.displayName ?? 'nowhere'}`);

const only = ({ needsMe }: Home, kind: string): Need | undefined =>
  needsMe.find((need) => need.kind === kind);

describe('what waits for somebody', () => {
  test('[D1] a request waits on those inside, and the one who asked waits on them', async () => {
    await using it = await BehindAcme.begin('tenant-reader@acme');
    const { world, partner, inside } = it;
    const reader = await world.signIn('tenant-reader@acme');
    const request = bodyOf(await it.ask());

    const [of, by] = [await homeOf(inside), await homeOf(partner)];

    expect(only(of, 'access-request')).toMatchObject({
      subjectId: request.id,
      organisation: { id: world.ids.acme },
      title: 'partner admin of alder asks for access as Tenant administrator.',
      message: { code: 'access-requests.asksForAccess' },
      since: request.createdAt,
      waitsOn: null,
      href: world.at('acme', '/access'),
    });
    expect(only(by, 'own-request')).toMatchObject({ subjectId: request.id, waitsOn: 'Acme' });
    expect(linesOf(await homeOf(reader))).toEqual([]);
    expect(linesOf(await homeOf(world.founder))).not.toContain('access-request at Acme');
  });

  test('[D1] a broken glass waits to be ended, and access of one’s own that ends is told', async () => {
    await using it = await BehindAcme.begin();
    const { world, inside } = it;
    const broken = bodyOf(await it.breakGlass());
    await it.letIn();

    expect(only(await homeOf(inside), 'broken-glass')).toMatchObject({
      subjectId: broken.id,
      dueAt: broken.expiresAt,
    });
    expect(only(await homeOf(it.partner), 'access-ends')).toMatchObject({
      organisation: { id: world.ids.acme },
      waitsOn: null,
    });
  });

  test('[D1] invitations and suspended customers, to those who may do something about them', async () => {
    await using world = await createWorld();
    const ann = await world.signIn('partner-admin@alder');
    const reader = await world.signIn('partner-reader@alder');
    const birch = await world.signIn('partner-admin@birch');
    const invited = await world.invite('tenant-admin@acme');
    bodyOf(await ann.post(world.at('beta', '/suspend')));

    const home = await homeOf(ann);

    expect(only(home, 'invitation')).toMatchObject({
      subjectId: invited.id,
      title: 'tenant admin of acme has not accepted the invitation.',
      waitsOn: 'tenant admin of acme',
      href: world.at('acme', `/accounts/${invited.id}`),
    });
    const suspended = only(home, 'suspended');
    expect(suspended).toMatchObject({ subjectId: world.ids.beta, waitsOn: null });
    expect(suspended?.since).not.toBeNull();
    expect(home.needsMe.map(({ kind }) => kind)).toEqual([
      ...['onboarding', 'suspended', 'invitation'],
    ]);
    expect(linesOf(await homeOf(reader))).toEqual([]);
    expect(linesOf(await homeOf(birch))).toEqual(['onboarding at Birch']);
  });

  test('[D1] many of a kind are one line, whose list holds them all', async () => {
    await using world = await createWorld();
    const ann = await world.signIn('partner-admin@alder');
    for (let index = 0; index < 5; index += 1) {
      const { id } = await world.create('tenant', 'grove');
      bodyOf(await ann.post(`/organisations/${id}/suspend`));
    }

    const home = await homeOf(ann);
    const needsMe = home.needsMe.filter(({ kind }) => kind === 'suspended');

    expect(needsMe.map(({ title }) => title)).toEqual(['5 customers are suspended.']);
    expect(await totalOf(ann, needsMe[0]?.href ?? '')).toBe(5);
  });

  test('[D1] a mail that did not leave, to who caused it and to who runs the platform', async () => {
    const answer: { code?: number } = {};
    await using post = await startPostOffice({ refuses: () => answer.code });
    await using world = await createWorldWithPost(post);
    const ann = await world.signIn('partner-admin@alder');
    const tia = await world.signIn('tenant-admin@acme');
    await world.server.running.context.jobs.settled();
    answer.code = 550;
    const newcomer = { email: 'noa@alder.example', displayName: 'Noa', grants: [] };
    bodyOf(await ann.post(world.at('alder', '/accounts'), newcomer));
    await world.server.running.context.jobs.settled();

    for (const who of [ann, world.founder]) {
      expect(only(await homeOf(who), 'jobs-failed')).toMatchObject({
        title: '1 job has failed.',
        href: '/operations?state=failed',
      });
    }
    expect(only(await homeOf(tia), 'jobs-failed')).toBeUndefined();
  });
});

/** How many the list behind a link has, as its page asks for it. */
async function totalOf(session: Session, href: string): Promise<number | undefined> {
  const [path = '', query = ''] = href.split('?');
  if (path === '/onboardings') {
    const at = new URLSearchParams(query).get('at');
    const list = `/organisations/${at}/onboardings?within=branch&state=in-progress`;
    return bodyOf(await session.get<Page<unknown>>(`${list}&count=true&limit=1`)).count?.total;
  }
  const answer = await session.get<Page<unknown>>(`${path}/children?${query}&count=true&limit=1`);
  return bodyOf(answer).count?.total;
}

const people: PersonName[] = [
  'platform-admin@platform',
  'distributor-reader@north',
  'partner-admin@alder',
  'partner-reader@grove',
  'tenant-admin@acme',
  'tenant-reader@labs',
];

describe('figures', () => {
  test.each(people)('[D2] are as many as their lists hold, for %s', async (name) => {
    await using it = await BehindAcme.begin(name);
    const session = await it.world.signIn(name);

    const { figures, places } = await homeOf(session);

    expect(places).toHaveLength(1);
    for (const { value, href } of figures) {
      expect([href, value]).toEqual([href, await totalOf(session, href)]);
    }
    expect(figures.length > 0).toBe(roleOf(name) !== 'TenantReader' || name.endsWith('@acme'));
  });

  test('[D2] tell what is new in the last days, and stay within scope', async () => {
    await using world = await createWorld();
    const ann = await world.signIn('partner-admin@alder');
    await world.create('tenant', 'birch');

    const { figures } = await homeOf(ann);

    expect(figures.map(({ key, value, trend }) => [key, value, trend])).toEqual([
      ['tenants', 2, { days: 30, added: 2 }],
      ['units', 2, { days: 30, added: 2 }],
      ['onboardings', 3, null],
    ]);
  });

  test('somebody without a role has no places, and nothing waits for them', async () => {
    await using world = await createWorld();
    const nobody = await world.signIn('nobody@alder');

    expect(await homeOf(nobody)).toMatchObject({ needsMe: [], figures: [], places: [] });
  });
});
