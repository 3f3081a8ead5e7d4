import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';

test('[J6] a mail that cannot leave says why, is cancelled, and leaves when it is repeated', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, '/operations');
  await expect(page.getByText('Nothing has been queued yet')).toBeVisible();

  const outbox = join(canopy.dataDir, 'outbox');
  await rename(outbox, `${outbox}-aside`);
  await writeFile(outbox, 'not a folder');
  const newcomer = { email: 'noa@alder.example', displayName: 'Noa', grants: [] };
  bodyOf(await ann.session.post(`/organisations/${alder.id}/accounts`, newcomer));
  const row = page.getByRole('row', { name: /noa@alder.example/ });
  await expect(row).toContainText('Waiting', { timeout: 30_000 });
  await expect(row.getByText('The mail could not be written to the outbox.')).toBeVisible();
  await row.getByRole('button', { name: /^Cancel Mail/ }).click();
  await expect(row).toContainText('Cancelled');

  await rm(outbox);
  await rename(`${outbox}-aside`, outbox);
  await row.getByRole('button', { name: /^Repeat Mail/ }).click();
  await expect(row).toContainText('Done', { timeout: 30_000 });
  expect(await canopy.invitation('noa@alder.example')).not.toBe('');

  await page.getByRole('button', { name: 'Everything' }).click();
  await page.getByRole('menuitemradio', { name: 'Failed' }).click();
  await expect(page.getByText('Nothing in this state.')).toBeVisible();
  await expect(page).toHaveURL(/state=failed/);
});
