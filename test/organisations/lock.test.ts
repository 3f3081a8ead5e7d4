import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { failedChecks } from '../access/failed-checks.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const platform = await world.signIn('platform-admin@platform');
const distributor = await world.signIn('distributor-admin@north');
const partner = await world.signIn('partner-admin@alder');
const tenant = await world.signIn('tenant-admin@acme');
const { acme, alder, north } = world.ids;

type Verb = 'lock' | 'unlock';

function turn(verb: Verb, session: Session, place: 'acme' | 'alder' = 'acme') {
  return session.post<Organisation>(world.at(place, `/${verb}`));
}

/** Acme as locked by somebody, however it was before. */
async function lockedBy(session: Session): Promise<Organisation> {
  bodyOf(await turn('unlock', platform));
  return bodyOf(await turn('lock', session));
}

const everyEdit: [string, (session: Session) => Promise<{ status: number; body: unknown }>][] = [
  ['its details', (by) => by.patch(world.at('acme'), { description: 'x' }, { ifMatch: '*' })],
  ['its billing', (by) => by.patch(world.at('acme', '/billing'), { taxId: 'x' }, { ifMatch: '*' })],
];

describe('locking an organisation', () => {
  test('[H10] stands at the level of the locker', async () => {
    const { lockedAt, version } = await lockedBy(partner);
    const raised = await lockedBy(distributor);

    expect(lockedAt).toBe(alder);
    expect(raised.lockedAt).toBe(north);
    expect(raised.version).toBeGreaterThan(version);
  });

  test('[H10] stands at the innermost level of several', async () => {
    const session = await world.signIn('nobody@north');
    const { account } = await session.who();
    for (const [role, organisationId] of [
      ['DistributorAdministrator', north],
      ['PartnerAdministrator', alder],
      ['TenantAdministrator', acme],
    ]) {
      bodyOf(await platform.post(`/accounts/${account.id}/grants`, { role, organisationId }));
    }

    expect((await lockedBy(session)).lockedAt).toBe(alder);
  });

  test('[H10] is for administrators above it only', async () => {
    const reader = await world.signIn('partner-reader@alder');

    const own = await turn('lock', tenant);
    const reading = await turn('lock', reader);

    expect([own, reading].map(failedChecks)).toEqual([['relationship'], ['role']]);
  });

  test('[H10] is raised by a level above', async () => {
    await lockedBy(partner);

    const { body } = await turn('lock', distributor);

    expect(body.lockedAt).toBe(north);
  });

  test('[H10] is not lowered by a level below', async () => {
    const before = await lockedBy(distributor);

    const { body } = await turn('lock', partner);

    expect(body).toEqual(before);
  });

  test('again, by the same level, changes nothing', async () => {
    const before = await lockedBy(partner);

    const { body } = await turn('lock', partner);

    expect(body).toEqual(before);
  });
});

describe.each(everyEdit)('while it is locked, changing %s', (_, edit) => {
  test('[H10] is refused below the level, saying whose it is', async () => {
    await lockedBy(partner);

    const answer = await edit(tenant);

    expect(answer).toMatchObject({
      status: 403,
      body: { detail: 'It is locked by Alder. An administrator of Alder can unlock it.' },
    });
  });

  test('[H10] is free to the level and those above', async () => {
    await lockedBy(partner);

    const answers = [await edit(partner), await edit(distributor), await edit(platform)];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('[H10] is refused between the organisation and the level', async () => {
    await lockedBy(distributor);

    const answers = [await edit(tenant), await edit(partner), await edit(distributor)];

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200]);
  });

  test('[H10] is free again when it is unlocked', async () => {
    await lockedBy(partner);
    await turn('unlock', partner);

    expect((await edit(tenant)).status).toBe(200);
  });
});

describe('a locked organisation', () => {
  test('[H10] freezes nothing below it, and hides nothing', async () => {
    await lockedBy(partner);

    const seen = await tenant.get(world.at('acme'));
    const below = await tenant.patch(world.at('labs'), { description: 'x' }, { ifMatch: '*' });

    expect([seen.status, below.status]).toEqual([200, 200]);
  });

  test('[H10] keeps what a partner delegates as it is', async () => {
    bodyOf(await turn('lock', distributor, 'alder'));
    const fields = { selfProvisioning: { 'tenant.createUnit': 'deny' } };

    const edit = (by: Session) =>
      by.patch(world.at('alder', '/settings'), fields, { ifMatch: '*' });
    const own = await edit(partner);
    const above = await edit(distributor);
    bodyOf(await turn('unlock', distributor, 'alder'));

    expect(failedChecks(own)).toEqual(['state']);
    expect(above.status).toBe(200);
  });
});

describe('unlocking an organisation', () => {
  test('[H10] is for the level that locked it', async () => {
    await lockedBy(partner);

    const own = await turn('unlock', tenant);
    const level = await turn('unlock', partner);

    expect(failedChecks(own)).toContain('relationship');
    expect(level.body.lockedAt).toBeNull();
  });

  test('[H10] is for the levels above that', async () => {
    await lockedBy(distributor);

    const below = await turn('unlock', partner);
    const above = await turn('unlock', platform);

    expect(failedChecks(below)).toEqual(['state']);
    expect(above.body.lockedAt).toBeNull();
  });

  test('what is not locked changes nothing', async () => {
    const before = bodyOf(await turn('unlock', platform));

    const { body } = await turn('unlock', platform);

    expect(body).toEqual(before);
  });
});
