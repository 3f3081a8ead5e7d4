import { expect, test } from 'vitest';
import { Grant } from '../../server/access/grant.entity.ts';
import { Account, renameAccount } from '../../server/people/account.entity.ts';
import { createWorld } from '../support/world.ts';

test('what changes access undeclared is done apart from all others, and told as a fault', async () => {
  await using world = await createWorld();
  const ben = await world.signIn('partner-admin@alder');
  const { account } = await ben.who();
  const { context } = world.server.running;
  let runs = 0;

  await context.openOwnWork().transaction('test.revokeAll', async (tx) => {
    runs += 1;
    tx.signAs({ id: '', displayName: 'A test' });
    tx.em.remove(await tx.em.find(Grant, { accountId: account.id }));
  });

  expect(runs).toBe(2);
  expect(await world.em.count(Grant, { accountId: account.id })).toBe(0);
  expect(world.server.faults.join('')).toContain('test.revokeAll changes access undeclared');
  world.server.faults.length = 0;
});

test('what only renames needs no declaration', async () => {
  await using world = await createWorld();
  const ben = await world.signIn('partner-admin@alder');
  const { account } = await ben.who();
  const work = world.server.running.context.openOwnWork();
  let runs = 0;

  await work.transaction('test.rename', async (tx) => {
    runs += 1;
    tx.signAs({ id: '', displayName: 'A test' });
    renameAccount(await tx.em.findOneOrFail(Account, { id: account.id }), 'Benedict');
  });

  expect(runs).toBe(1);
});
