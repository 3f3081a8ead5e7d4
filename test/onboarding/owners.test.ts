import { describe, expect, test } from 'vitest';
import type { Notices } from '../../shared/notices/contract.ts';
import type { Onboarding, OnboardingStep } from '../../shared/onboarding/contract.ts';
import { timeParameter } from '../../server/core/db/open-database.ts';
import { newId } from '../../server/core/new-id.ts';
import { DAY } from '../../server/core/clock.ts';
import { BehindAcme } from '../access/behind-acme.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const key = 'contract-signed';

interface Place {
  id: string;
}

const own = (at: Place, ownerId: string | null, by: Session = founder) =>
  by.patch<OnboardingStep>(
    `/organisations/${at.id}/onboarding/steps/${key}`,
    { ownerId },
    { ifMatch: '*' },
  );

async function stepOf({ id }: Place, by: Session = founder) {
  const { steps } = bodyOf(await by.get<Onboarding>(`/organisations/${id}/onboarding`));
  return steps.find((step) => step.key === key);
}

/** Somebody takes care of a step there themselves. */
async function takeOn(at: Place, by: Session): Promise<string> {
  const { account } = await by.who();
  expect(bodyOf(await own(at, account.id, by)).state).toBe('in-progress');
  return account.id;
}

/** Somebody else of the partner, who is let in on request. */
async function letSecondIn(it: BehindAcme): Promise<Session> {
  const second = await it.world.signIn('second-partner-admin@alder');
  const { id } = bodyOf(await it.ask(second));
  bodyOf(await it.inside.post(`/access-requests/${id}/approve`));
  return second;
}

const released = { state: 'not-started', owner: null };

describe('[O7] whoever may no longer work there is released at once', () => {
  test('when the organisation closes itself', async () => {
    const inside = await world.signIn('tenant-admin@delta');
    const at = { id: world.ids.delta };
    await takeOn(at, await world.signIn('partner-admin@cedar'));

    bodyOf(await inside.put(world.at('delta', '/access'), { managementMode: 'self-managed' }));

    expect(await stepOf(at, inside)).toMatchObject(released);
  });

  test('when what it stands in moves to another branch', async () => {
    const folder = await world.create('folder', 'birch');
    const tenant = await world.create('tenant', folder);
    await takeOn(tenant, await world.signIn('partner-admin@birch'));

    bodyOf(await founder.post(`/organisations/${folder.id}/move`, { parentId: world.ids.alder }));

    expect(await stepOf(tenant)).toMatchObject(released);
  });

  test('but not by a move that leaves them what they may', async () => {
    const tenant = await world.create('tenant', 'birch');
    const folder = await world.create('folder', 'birch');
    const id = await takeOn(tenant, await world.signIn('partner-admin@birch'));

    bodyOf(await founder.post(`/organisations/${tenant.id}/move`, { parentId: folder.id }));

    expect(await stepOf(tenant)).toMatchObject({ state: 'in-progress', owner: { id } });
  });

  test('when it is restored, and they were disabled meanwhile', async () => {
    const tenant = await world.create('tenant', 'birch');
    const id = await takeOn(tenant, await world.signIn('second-partner-admin@birch'));
    bodyOf(await founder.post(`/organisations/${tenant.id}/suspend`));
    bodyOf(await founder.delete(`/organisations/${tenant.id}`));
    bodyOf(await founder.post(`/accounts/${id}/disable`));

    bodyOf(await founder.post(`/organisations/${tenant.id}/restore`));

    expect(await stepOf(tenant)).toMatchObject(released);
  });

  test('when a role that was lent for a time ends', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn();
    const at = { id: it.world.ids.acme };
    const id = await takeOn(at, it.partner);
    const before = await stepOf(at, it.inside);
    await it.pass(60 * DAY);
    await it.look();

    expect(before?.owner?.id).toBe(id);
    expect(await stepOf(at, it.inside)).toMatchObject(released);
  });
});

describe('[O7] the owner of a step', () => {
  test('is somebody whom one sees: an id out of sight is an id of nobody', async () => {
    const inside = await world.signIn('tenant-admin@gamma');
    const at = { id: world.ids.gamma };
    const { account } = await founder.who();

    const [unseen, unknown] = [await own(at, account.id, inside), await own(at, newId(), inside)];

    expect(unseen.status).toBe(422);
    expect([unseen.status, unseen.body]).toEqual([unknown.status, unknown.body]);
  });

  test('goes by their present name, and is told nothing of that', async () => {
    const at = await world.create('tenant', 'birch');
    const bob = await world.signIn('partner-admin@birch');
    const { account } = await bob.who();
    bodyOf(await own(at, account.id));
    const renamed = { displayName: 'Bob Birch-Ito' };
    bodyOf(await founder.patch(`/accounts/${account.id}`, renamed, { ifMatch: '*' }));

    expect(await stepOf(at)).toMatchObject({ owner: renamed });
    expect(bodyOf(await bob.get<Notices>('/notices'))).toMatchObject({ items: [{ count: 1 }] });
  });

  test('is no machine', async () => {
    const machine = bodyOf(
      await founder.post<Place>(world.at('gamma', '/accounts'), {
        ...{ displayName: 'Crawler', type: 'machine', grants: [{ role: 'TenantAdministrator' }] },
      }),
    );

    expect((await own({ id: world.ids.gamma }, machine.id)).status).toBe(422);
  });

  test('holds a role that has not ended, whether anything took it yet or not', async () => {
    await using it = await BehindAcme.begin();
    const { em, ids, clock } = it.world;
    const second = await letSecondIn(it);
    const { id: lent } = await it.letIn();
    const { account } = await it.partner.who();
    const before = await own({ id: ids.acme }, account.id, second);
    const over = timeParameter(em, new Date(clock.now().getTime() - DAY));
    await em.execute('update grants set expires_at = ? where access_request_id = ?', [over, lent]);
    const { account: other } = await second.who();
    bodyOf(await own({ id: ids.acme }, other.id, second));

    expect(before.status).toBe(200);
    expect((await own({ id: ids.acme }, account.id, second)).status).toBe(422);
  });
});

describe('[O7] somebody whom another has take care of a step', () => {
  const toldOf = async (session: Session) => {
    const { items } = bodyOf(await session.get<Notices>('/notices'));
    return items.filter(({ kind }) => kind === 'step-assigned');
  };

  test('is told, until it is done or somebody else does', async () => {
    const tenant = await world.create('tenant', 'alder');
    const ada = await world.signIn('partner-admin@alder');
    const { account } = await ada.who();
    bodyOf(await own(tenant, account.id));
    const told = await toldOf(ada);
    bodyOf(await own(tenant, null));
    const released = await toldOf(ada);
    bodyOf(await own(tenant, account.id));
    const again = await toldOf(ada);
    bodyOf(await ada.post(`/organisations/${tenant.id}/onboarding/steps/${key}/complete`));

    expect(told).toMatchObject([
      {
        title: `A step of the onboarding of ${tenant.displayName} is yours.`,
        href: `/organisations/${tenant.id}/onboarding`,
        readAt: null,
      },
    ]);
    expect(released).toEqual([]);
    expect(again).toMatchObject([{ count: 2 }]);
    expect(await toldOf(ada)).toEqual([]);
  });

  test('is told while one of the steps that they were given there is open', async () => {
    const tenant = await world.create('tenant', 'alder');
    const ada = await world.signIn('second-partner-admin@alder');
    const { account } = await ada.who();
    const steps = `/organisations/${tenant.id}/onboarding/steps`;
    const given = { ownerId: account.id };
    bodyOf(await own(tenant, account.id));
    bodyOf(await founder.patch(`${steps}/administrator-invited`, given, { ifMatch: '*' }));
    bodyOf(await founder.post(`${steps}/administrator-invited/waive`, { reason: 'Not needed.' }));

    expect(await toldOf(ada)).toMatchObject([{ count: 2 }]);
  });

  test('is told nothing of what a barrier has closed since, nor of what they take on', async () => {
    await using it = await BehindAcme.begin();
    const second = await letSecondIn(it);
    await it.letIn();
    const at = { id: it.world.ids.acme };
    await takeOn(at, it.inside);
    const { account } = await it.partner.who();
    bodyOf(await own(at, account.id, second));
    const told = await toldOf(it.partner);
    await it.pass(60 * DAY);
    await it.look();

    expect(told).toHaveLength(1);
    expect(await toldOf(it.partner)).toEqual([]);
    expect(await toldOf(it.inside)).toEqual([]);
  });
});
