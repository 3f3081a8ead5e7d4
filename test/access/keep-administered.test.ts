import { describe, expect, test } from 'vitest';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, type World } from '../support/world.ts';
import { failedChecks } from './failed-checks.ts';

/** The only administrator of the platform who can sign in is at home in Acme. */
async function lastAtAcme(world: World): Promise<Session> {
  const keeper = await world.signIn('nobody@acme');
  const grant = { role: 'PlatformAdministrator', organisationId: world.ids.platform };
  const { account } = await keeper.who();
  bodyOf(await world.founder.post(`/accounts/${account.id}/grants`, grant));
  const founder = (await world.founder.who()).account;
  bodyOf(await keeper.post(`/accounts/${founder.id}/disable`));
  return keeper;
}

describe('[A15] the last administrator of the platform who can sign in', () => {
  test('is shut out by nobody who suspends their home, or what it stands below', async () => {
    await using world = await createWorld();
    const partner = await world.signIn('partner-admin@alder');
    const distributor = await world.signIn('distributor-admin@north');
    const keeper = await lastAtAcme(world);

    const answers = [
      await partner.post(world.at('acme', '/suspend')),
      await distributor.post(world.at('alder', '/suspend')),
      await keeper.post(world.at('north', '/suspend')),
    ];

    expect(answers.map((answer) => [answer.status, failedChecks(answer)])).toEqual([
      [403, ['state']],
      [403, ['state']],
      [403, ['state']],
    ]);
    expect((await keeper.get('/organisations')).status).toBe(200);
  });

  test('keeps nobody from suspending where they are not at home', async () => {
    await using world = await createWorld();
    const partner = await world.signIn('partner-admin@alder');
    await lastAtAcme(world);

    expect((await partner.post(world.at('grove', '/suspend'))).status).toBe(200);
  });

  test('does not count whom a suspended home shuts out', async () => {
    await using world = await createWorld();
    const second = await world.signIn('second-platform-admin@platform');
    const keeper = await world.signIn('nobody@acme');
    const grant = { role: 'PlatformAdministrator', organisationId: world.ids.platform };
    const { account } = await keeper.who();
    bodyOf(await second.post(`/accounts/${account.id}/grants`, grant));
    bodyOf(await second.post(world.at('acme', '/suspend')));
    const founder = (await world.founder.who()).account;

    bodyOf(await second.post(`/accounts/${founder.id}/disable`));
    const own = (await second.who()).account;
    bodyOf(await second.post(world.at('beta', '/suspend'))); // elsewhere: nothing is lost by it
    const moved = await second.post(`/accounts/${own.id}/disable`);

    expect(failedChecks(moved)).toEqual(['state']);
  });
});
