import type { Organisation } from '../../shared/organisations/contract.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';

test('[A39] a reader of the platform looks through a broken glass, until it is ended', async ({
  canopy,
  open,
}) => {
  const { acme } = await canopy.settle();
  const founder = await canopy.founder();
  const { account } = await founder.who();
  const platform = { id: account.organisationId } as Organisation;
  const rita = await canopy.welcome('Rita Read', platform, 'PlatformReader');
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const closing = { managementMode: 'self-managed' };
  bodyOf(await ann.session.put(`/organisations/${acme.id}/access`, closing));
  const outside = await open(rita, `/organisations/${acme.id}/accounts`);
  const inside = await open(ann, `/organisations/${acme.id}`);
  await expect(outside.getByText('The accounts here are not open to you')).toBeVisible();

  bodyOf(await founder.post('/auth/reauthenticate', { password: PASSWORD }));
  const glass = { reason: 'The importer burns.', hours: 1 };
  bodyOf(await founder.post(`/organisations/${acme.id}/break-glass`, glass));

  await expect(outside.getByRole('row').filter({ hasText: 'Ann Ames' })).toBeVisible();
  await expect(outside.getByText('Through it you can see the inside too')).toBeVisible();
  await expect(outside.getByRole('button', { name: 'End now' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(inside.getByText('platform readers can see the inside too')).toBeVisible();

  await inside.getByRole('button', { name: 'End now' }).click();

  await expect(outside.getByText('The accounts here are not open to you')).toBeVisible();
  await expect(outside.getByRole('row').filter({ hasText: 'Ann Ames' })).toHaveCount(0);
});
