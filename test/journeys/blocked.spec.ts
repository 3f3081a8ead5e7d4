import type { Organisation } from '../../shared/organisations/contract.ts';
import { RefusingProxy } from '../support/refusing-proxy.ts';
import { bodyOf, Session } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { connection, field, heading, inTree } from './support/pages.ts';

const READ_EVERY = 30_000;
/** The line is tried again after up to ten seconds, and on a busy machine a try can fail. */
const FEW_TRIES = 60_000;

test('behind a proxy that refuses live updates, it says so, saves, and reads again', async ({
  canopy,
  open,
}) => {
  test.slow();
  const { alder } = await canopy.settle();
  const founder = await canopy.founder();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  await using proxy = await RefusingProxy.before(canopy.url);
  const session = new Session(proxy.url, ann.session.cookie);
  const page = await open({ ...ann, session }, '/account');
  await page.clock.install();
  await page.goto(`/organisations/${alder.id}/details`);

  await expect(connection(page)).toHaveText('Live updates blocked');
  await field(page, 'Description').fill('Saved all the same');
  await field(page, 'Description').blur();
  await expect
    .poll(async () => bodyOf(await founder.get<Organisation>(`/organisations/${alder.id}`)))
    .toMatchObject({ description: 'Saved all the same' });
  await expect(connection(page)).toHaveText('Live updates blocked');
  await connection(page).click();
  await expect(page.getByText(/What you see is read again every 30 seconds, last/)).toBeVisible();

  const renamed = { displayName: 'Elder' };
  bodyOf(await founder.patch(`/organisations/${alder.id}`, renamed, { ifMatch: '*' }));
  await canopy.create('tenant', alder, 'Beta');
  await page.clock.fastForward(READ_EVERY);
  await expect(heading(page, 'Elder')).toBeAttached();
  await expect(inTree(page, 'Elder')).toBeVisible();
  await expect(inTree(page, 'Beta')).toBeVisible();

  proxy.letsUpgrade = true;
  await expect(connection(page)).toHaveText('Live', { timeout: FEW_TRIES });
});
