import { expect, test } from 'vitest';
import type { Place, PlaceLink } from '../../shared/access/place.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { whyNoExternalId } from '../../shared/access/external-id.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const any = { ifMatch: '*' };

test('[H7] whoever sees nothing beside an organisation learns nothing by its external id', async () => {
  await world.create('tenant', 'alder', { externalId: 'CRM-1' });
  const inside = await world.signIn('tenant-admin@acme');

  const taken = await inside.patch(world.at('acme'), { externalId: 'CRM-1' }, any);
  const free = await inside.patch(world.at('acme'), { externalId: 'CRM-2' }, any);

  expect([taken.status, free.status]).toEqual([403, 403]);
  expect(free.body).toMatchObject({ code: 'access.denied' });
  expect({ ...(taken.body as object) }).toEqual({ ...(free.body as object) });
});

test('[H7] the level above keeps it, and is told where it is taken', async () => {
  await world.create('tenant', 'alder', { externalId: 'CRM-3' });
  const partner = await world.signIn('partner-admin@alder');
  const patch = { externalId: 'CRM-4' };

  const free = bodyOf(await partner.patch<Organisation>(world.at('acme'), patch, any));
  const taken = await partner.patch(world.at('acme'), { externalId: 'CRM-3' }, any);

  expect(free.externalId).toBe('CRM-4');
  expect(taken.status).toBe(409);
});

test('[H7] a field that stays as it is takes no right', async () => {
  const inside = await world.signIn('tenant-admin@acme');
  const { externalId } = bodyOf(await inside.get<Organisation>(world.at('acme')));

  const answer = await inside.patch(world.at('acme'), { externalId, description: 'x' }, any);

  expect(answer.status).toBe(200);
});

test('[H7] whoever is above a closed level, and a guest below it, does not see what is beside', () => {
  const link = (id: string, managementMode: PlaceLink['managementMode'] = 'managed') =>
    ({ id, managementMode }) as PlaceLink;
  const place: Place = [link('north'), link('alder', 'self-managed'), link('acme')];
  const why = (...organisationIds: string[]) =>
    whyNoExternalId(
      {
        grants: organisationIds.map((organisationId) => ({
          role: 'DistributorAdministrator',
          organisationId,
        })),
      },
      place,
    );

  expect(why('north', 'acme')?.detail).toContain('of the level above');
  expect(why('north', 'alder')).toBeNull();
});
