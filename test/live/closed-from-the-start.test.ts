import { describe, expect, test } from 'vitest';
import { DAY } from '../../server/core/clock.ts';
import { pruneLog } from '../../server/live/prune-log.ts';
import { isInside } from '../../shared/access/actions.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld, createWorldAs, type World } from '../support/world.ts';

const emergency = { reason: 'The importer burns.', hours: 1 };
const SECRET = 'eve.innermost@canopy.example';

/** Does things inside, through a broken glass, that are none of the partner's business. */
async function beInside({ founder }: World, { id }: Organisation): Promise<void> {
  const path = `/organisations/${id}`;
  bodyOf(await founder.post(`${path}/break-glass`, emergency));
  await founder.patch(`${path}/settings`, { mfa: 'everybody' }, { ifMatch: '*' });
  await founder.post(`${path}/accounts`, { email: SECRET, displayName: 'Eve Innermost' });
}

/** What a page of the partner's that follows all below is told meanwhile, live and by `since`. */
async function toldAbove(world: World, happen: () => Promise<Organisation>) {
  const partner = await world.signIn('partner-admin@alder');
  await using page = await partner.socket();
  const asked = { scope: 'subtree', organisationId: world.ids.alder } as const;
  const { head, epoch } = await page.subscribe(asked);

  const organisation = await happen();
  await beInside(world, organisation);
  await world.settled();
  await page.roundTrip();

  await using again = await partner.socket();
  const missed = await again.subscribe({ ...asked, since: head, epoch });
  const told = [...page.changes, ...(missed.changes ?? [])];
  return told.filter(({ organisationId }) => organisationId === organisation.id);
}

describe('what is closed without anybody’s access having changed', () => {
  test('is closed to those above from its creation on', async () => {
    await using world = await createWorld();

    const told = await toldAbove(world, () =>
      world.create('tenant', 'alder', { managementMode: 'self-managed' }),
    );

    expect(told.some(({ resource }) => resource === 'organisation')).toBe(true);
    expect(told.filter(({ topic }) => isInside(topic))).toEqual([]);
    expect(JSON.stringify(told)).not.toContain(SECRET);
  });

  test('is closed when it comes back after the log and a restart have forgotten it', async () => {
    const { world, result } = await createWorldAs(
      'a closed tenant is forgotten',
      async (before) => {
        const tenant = await before.create('tenant', 'alder', { managementMode: 'self-managed' });
        bodyOf(await before.founder.post(`/organisations/${tenant.id}/suspend`));
        await before.founder.delete(`/organisations/${tenant.id}`);
        await before.create('folder', 'alder');
        await pruneLog(before.em, new Date(before.clock.now().getTime() + 20 * DAY), 14);
        return tenant;
      },
    );
    await using again = world;

    const told = await toldAbove(again, async () => {
      bodyOf(await again.founder.post(`/organisations/${result.id}/restore`));
      bodyOf(await again.founder.post(`/organisations/${result.id}/activate`));
      return result;
    });

    expect(told.some(({ resource }) => resource === 'organisation')).toBe(true);
    expect(told.filter(({ topic }) => isInside(topic))).toEqual([]);
  });
});
