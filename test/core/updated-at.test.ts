import { expect, test } from 'vitest';
import { bodyOf } from '../support/session.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { createWorld } from '../support/world.ts';

test('what changes says when, by the clock of its transaction; what only comes along does not', async () => {
  await using world = await createWorld();
  const { founder, clock } = world;
  const partner = await world.create('partner', 'north');
  const tenant = await world.create('tenant', partner);
  const read = async ({ id }: Organisation) =>
    bodyOf(await founder.get<Organisation>(`/organisations/${id}`));
  clock.stop();
  clock.advance(60_000);

  bodyOf(await founder.post(`/organisations/${partner.id}/move`, { parentId: world.ids.south }));
  const [moved, along] = [await read(partner), await read(tenant)];

  expect(moved.updatedAt).toBe(clock.now().toISOString());
  expect(along.updatedAt).toBe(tenant.updatedAt);
  expect(along.path).not.toEqual(tenant.path);
});
