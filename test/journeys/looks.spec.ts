import type { Page } from '@playwright/test';
import { isOfVisitors, pageAt, pages } from '../../shared/core/pages.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import { addApp } from '../support/totp.ts';
import { Canopy, type Person } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { desk, expectGoodLooks } from './support/looks.ts';
import { connection, heading } from './support/pages.ts';

/** What shows each of the pages before one is in. */
const entries = {
  '/setup': async (page: Page, canopy: Canopy) => {
    await page.goto(await canopy.setUpLink());
    await expect(page.getByLabel('Your name')).toBeVisible();
  },
  '/invitations/:token': async (page: Page, canopy: Canopy) => {
    const { alder } = await canopy.settle();
    await canopy.invite('Ann Ames', 'ann@alder.example', alder);
    await page.goto(`${canopy.url}/invitations/${await canopy.invitation('ann@alder.example')}`);
    await expect(heading(page, 'Join Alder')).toBeVisible();
  },
  '/sign-in': async (page: Page, canopy: Canopy) => {
    await page.goto(`${canopy.url}/sign-in`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  },
  '/forgot-password': async (page: Page, canopy: Canopy) => {
    await page.goto(`${canopy.url}/forgot-password`);
    await expect(heading(page, 'Forgot your password?')).toBeVisible();
  },
  '/reset-password': async (page: Page, canopy: Canopy) => {
    await page.goto(`${canopy.url}/reset-password#unknown`);
    await expect(heading(page, 'This link is no longer valid')).toBeVisible();
  },
};

/** What has somebody take each of the steps of signing in, and its heading. */
const steps = {
  '/sign-in/code': ['One more step', ({ session }: Person) => addApp(session, new Date())],
  '/sign-in/password': [
    'Choose a new password',
    (ann: Person, canopy: Canopy) => canopy.requirePasswordChange(ann),
  ],
  '/sign-in/second-factor': [
    'Set up a second factor',
    (_: Person, canopy: Canopy, acme: Organisation) => askEverybody(canopy, acme.id),
  ],
} as const;

test.describe.configure({ mode: 'parallel' });

test('no page before one is in is left out', () => {
  const looked = [...Object.keys(entries), ...Object.keys(steps)];
  expect(looked.toSorted()).toEqual(pages.filter(isOfVisitors).toSorted());
});

test('the steps of signing in', async ({ canopy, open }) => {
  const { acme } = await canopy.settle();

  for (const [address, [title, ask]] of Object.entries(steps)) {
    const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
    await ask(ann, canopy, acme);
    const page = await open(ann, '/', { viewport: desk });
    if (title === 'One more step') await signIn(page, ann);
    await expect(heading(page, title)).toBeVisible();
    await expectLooksAt(page, address);
  }
});

test('the pages before one is in', async ({ open }) => {
  await using canopy = await Canopy.start();
  const page = await open(null, '/favicon.svg', { viewport: desk });

  for (const [address, enter] of Object.entries(entries)) {
    await enter(page, canopy);
    await expectLooksAt(page, address);
  }
});

test('making an API token', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, '/account', { viewport: desk });

  await page.getByRole('button', { name: 'New token…' }).click();
  await expectGoodLooks(page);
  await page.getByLabel('Name', { exact: true }).last().fill('Nightly export');
  await page.getByRole('radio', { name: 'Partner reader' }).check();
  await page.getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText('Copy it now')).toBeVisible();
  await expectGoodLooks(page);
});

test('both sides of a barrier', async ({ canopy, open }) => {
  const { alder, acme } = await canopy.settle();
  const at = `/organisations/${acme.id}`;
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const bea = await canopy.welcome('Bea Brown', alder, 'PartnerAdministrator');
  const ask = (by: Person) =>
    by.session.post<{ id: string }>(`${at}/access-requests`, {
      role: 'TenantAdministrator',
      reason: 'The import of last Tuesday fails, and its log can only be seen from inside.',
      days: 7,
    });
  bodyOf(await ann.session.put(`${at}/access`, { managementMode: 'self-managed' }));
  const { id } = bodyOf(await ask(ben));
  bodyOf(await ann.session.post(`/access-requests/${id}/approve`));
  bodyOf(await ask(bea));
  const founder = await canopy.founder();
  bodyOf(await founder.post('/auth/reauthenticate', { password: PASSWORD }));
  const glass = { reason: 'The importer burns.', hours: 1 };
  const broken = bodyOf(await founder.post<{ id: string }>(`${at}/break-glass`, glass));

  for (const who of [ann, ben, bea]) {
    const page = await open(who, `${at}/access`, { viewport: desk });
    await expect(connection(page)).toHaveText('Live');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectGoodLooks(page);
  }
  bodyOf(await founder.post(`/access-requests/${broken.id}/end`));
});

async function expectLooksAt(page: Page, address: string): Promise<void> {
  expect(pageAt(new URL(page.url()).pathname)).toBe(address);
  await expectGoodLooks(page);
}

async function askEverybody(canopy: Canopy, organisationId: string): Promise<void> {
  const founder = await canopy.founder();
  const path = `/organisations/${organisationId}/settings`;
  bodyOf(await founder.patch(path, { mfa: 'everybody' }, { ifMatch: '*' }));
}

/** Anew, so that what the session has shown before does not count. */
async function signIn(page: Page, { email }: Person): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
