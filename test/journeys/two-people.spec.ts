import type { Page } from '@playwright/test';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { Canopy } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { createBelow, field, heading, inTree } from './support/pages.ts';

const VISIBLE_WITHIN = { timeout: 2000 };

type Open = Parameters<Parameters<typeof test>[2]>[0]['open'];

interface Two {
  ann: Page;
  ben: Page;
  alder: Organisation;
}

/** Two administrators of one partner, or of its distributor, both with its details before them. */
async function bothAtAlder(
  canopy: Canopy,
  open: Open,
  { view = '/details', from = 'alder' }: { view?: string; from?: 'alder' | 'north' } = {},
): Promise<Two> {
  const place = await canopy.settle();
  const { alder } = place;
  const role = from === 'alder' ? 'PartnerAdministrator' : 'DistributorAdministrator';
  const people = [
    await canopy.welcome('Ann Ames', place[from], role),
    await canopy.welcome('Ben Bell', place[from], role),
  ];
  const path = `/organisations/${alder.id}${view}`;
  const [ann, ben] = await Promise.all(people.map((person) => open(person, path)));
  if (!ann || !ben) throw new Error('Two people opened two pages.');
  const shown = from === 'alder' ? 'Acme' : 'Alder';
  await Promise.all([ann, ben].map((page) => expect(inTree(page, shown)).toBeVisible()));
  return { ann, ben, alder };
}

test('a renamed partner changes wherever a colleague reads its name', async ({ canopy, open }) => {
  const { ann, ben } = await bothAtAlder(canopy, open);
  await markPage(ben);

  await ann.getByRole('main').getByLabel('Name').first().fill('Alder & Sons');
  await ann.keyboard.press('Enter');

  await expect(heading(ben, 'Alder & Sons')).toBeAttached();
  await expect(inTree(ben, 'Alder & Sons')).toBeVisible();
  await expect(ben.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText('Alder & Sons');
  await expect(field(ben, 'Name')).toHaveValue('Alder & Sons');
  await expect(ben).toHaveTitle(/^Alder & Sons/);
  await expectNoReload(ben);
});

test('two people edit different fields at the same time, and both land', async ({
  canopy,
  open,
}) => {
  const { ann, ben, alder } = await bothAtAlder(canopy, open, { from: 'north' });

  await field(ann, 'Description').fill('Woodwork since 1898');
  await field(ben, 'External ID').fill('CRM-77');
  await Promise.all([field(ann, 'Description').blur(), field(ben, 'External ID').blur()]);

  for (const page of [ann, ben]) {
    await expect(field(page, 'Description')).toHaveValue('Woodwork since 1898');
    await expect(field(page, 'External ID')).toHaveValue('CRM-77');
    await expect(page.getByText('changed this to')).toHaveCount(0);
  }
  const founder = await canopy.founder();
  const { body } = await founder.get<Organisation>(`/organisations/${alder.id}`);
  expect(body).toMatchObject({ description: 'Woodwork since 1898', externalId: 'CRM-77' });
});

test('what one types stays when a colleague saves the same field, and one takes theirs', async ({
  canopy,
  open,
}) => {
  const { ann, ben } = await bothAtAlder(canopy, open);

  await clash(ann, ben);
  await ben.getByRole('button', { name: 'Take theirs' }).click();

  await expect(field(ben, 'Description')).toHaveValue('Of Ann');
  await expect(ben.getByText('changed this to')).toHaveCount(0);
  await expect(field(ann, 'Description')).toHaveValue('Of Ann');
});

test('what one types stays when a colleague saves the same field, and one keeps it', async ({
  canopy,
  open,
}) => {
  const { ann, ben, alder } = await bothAtAlder(canopy, open);

  await clash(ann, ben);
  await ben.getByRole('button', { name: 'Keep mine' }).click();

  await expect(field(ann, 'Description')).toHaveValue('Of Ben');
  await expect(field(ben, 'Description')).toHaveValue('Of Ben');
  await expect(ben.getByText('changed this to')).toHaveCount(0);
  const founder = await canopy.founder();
  const { body } = await founder.get<Organisation>(`/organisations/${alder.id}`);
  expect(body.description).toBe('Of Ben');
});

test('two saves of the same field at once: one lands, the other person is asked', async ({
  canopy,
  open,
}) => {
  const { ann, ben } = await bothAtAlder(canopy, open, { from: 'north' });

  await field(ann, 'External ID').fill('ANN-1');
  await field(ben, 'External ID').fill('BEN-1');
  await Promise.all([field(ann, 'External ID').blur(), field(ben, 'External ID').blur()]);

  const questions = [ann, ben].map((page) => page.getByText(/changed this to “(ANN|BEN)-1”/));
  await expect
    .poll(async () => (await Promise.all(questions.map((each) => each.count()))).sort())
    .toEqual([0, 1]);
});

test('a colleague’s new tenant appears in the tree', async ({ canopy, open }) => {
  const { ann, ben } = await bothAtAlder(canopy, open, { view: '' });

  await createBelow(ann, 'tenant', 'Grove');

  await expect(inTree(ben, 'Grove')).toBeVisible();
  await expect(ben.getByRole('main').getByRole('row', { name: /Grove/ })).toBeVisible();
});

test('one sees who else is here, and which field they have in hand', async ({ canopy, open }) => {
  const { ann, ben } = await bothAtAlder(canopy, open);

  await expect(ben.getByRole('button', { name: 'Here now: Ann Ames' })).toBeVisible(VISIBLE_WITHIN);
  await expect(ann.getByRole('button', { name: 'Here now: Ben Bell' })).toBeVisible(VISIBLE_WITHIN);

  const inHand = ben.getByText('Ann Ames is editing this');
  await field(ann, 'Description').focus();
  await expect(inHand).toBeVisible(VISIBLE_WITHIN);
  await field(ann, 'Description').blur();
  await expect(inHand).toHaveCount(0, VISIBLE_WITHIN);

  await ann.close();
  await expect(ben.getByRole('button', { name: /^Here now/ })).toHaveCount(0, VISIBLE_WITHIN);
});

/** Ben types while Ann saves the same field; his text has to stay. */
async function clash(ann: Page, ben: Page): Promise<void> {
  await field(ben, 'Description').pressSequentially('Of ');
  await field(ann, 'Description').fill('Of Ann');
  await field(ann, 'Description').blur();

  await expect(ben.getByText('Ann Ames changed this to “Of Ann”')).toBeVisible();
  await field(ben, 'Description').pressSequentially('Ben');
  await expect(field(ben, 'Description')).toHaveValue('Of Ben');
}

async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'the same page';
  });
}

async function expectNoReload(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-mark', 'the same page');
}

test('the external id is greyed for whoever stands at the organisation itself, and says why', async ({
  canopy,
  open,
}) => {
  const { ann } = await bothAtAlder(canopy, open);

  const externalId = field(ann, 'External ID');
  await expect(externalId).toHaveAttribute('readonly');
  await expect(
    ann.getByText('is the reference of the level above. Its administrators'),
  ).toBeVisible();
  await expect(field(ann, 'Description')).not.toHaveAttribute('readonly');
});
