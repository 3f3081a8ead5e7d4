import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { organisationViews } from '../../client/core/paths.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import { addApp } from '../support/totp.ts';
import { Canopy, type Person } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { connection, heading } from './support/pages.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** The rules about colours, which cost more than all others together. */
const colours = ['color-contrast', 'link-in-text-block'];

/** Dark differs from light in colours, and in nothing else; colours are the same at any size. */
const looks = [
  ['light', desk, (axe: AxeBuilder) => axe.withTags(wcag)],
  ['dark', desk, (axe: AxeBuilder) => axe.withRules(colours)],
  ['light', phone, (axe: AxeBuilder) => axe.withTags(wcag).disableRules(colours)],
] as const;

test.describe.configure({ mode: 'parallel' });

test('the steps of signing in', async ({ canopy, open }) => {
  const { acme } = await canopy.settle();
  const steps = [
    ['One more step', ({ session }: Person) => addApp(session, new Date())],
    ['Choose a new password', (ann: Person) => canopy.requirePasswordChange(ann)],
    ['Set up a second factor', () => askEverybody(canopy, acme.id)],
  ] as const;

  for (const [title, ask] of steps) {
    const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
    await ask(ann);
    const page = await open(ann, '/', { viewport: desk });
    if (title === 'One more step') await signIn(page, ann);
    await expect(heading(page, title)).toBeVisible();
    await expectGoodLooks(page);
  }
});

test('the pages before one is in', async ({ open }) => {
  await using canopy = await Canopy.start();
  const page = await open(null, await canopy.setUpLink(), { viewport: desk });
  await expect(page.getByLabel('Your name')).toBeVisible();
  await expectGoodLooks(page);

  const { alder } = await canopy.settle();
  await canopy.invite('Ann Ames', 'ann@alder.example', alder);
  await page.goto(`${canopy.url}/invitations/${await canopy.invitation('ann@alder.example')}`);
  await expect(heading(page, 'Join Alder')).toBeVisible();
  await expectGoodLooks(page);

  await page.goto(`${canopy.url}/sign-in`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectGoodLooks(page);

  await page.goto(`${canopy.url}/forgot-password`);
  await expect(heading(page, 'Forgot your password?')).toBeVisible();
  await expectGoodLooks(page);

  await page.goto(`${canopy.url}/reset-password#unknown`);
  await expect(heading(page, 'This link is no longer valid')).toBeVisible();
  await expectGoodLooks(page);
});

test('the pages of the product', async ({ canopy, open }) => {
  test.slow(); // every page, in three looks each
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const token = { name: 'Nightly export', role: 'PartnerReader', organisationId: alder.id };
  bodyOf(await ann.session.post('/tokens', { ...token, expiresInDays: 30 }));
  const page = await open(ann, '/', { viewport: desk });
  const paths = [
    '/',
    '/account',
    '/audit',
    '/inbox',
    '/operations',
    '/roles',
    '/check-access',
    '/nowhere',
    ...organisationViews.map((view) =>
      view === 'overview' ? `/organisations/${alder.id}` : `/organisations/${alder.id}/${view}`,
    ),
    `/organisations/${alder.id}/accounts/${ann.accountId}`,
    `/organisations/${alder.id}/new/tenant`,
  ];

  for (const path of paths) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(connection(page)).toHaveText('Live');
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectGoodLooks(page);
    });
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

/** What checks a page that has no frames, and tells of faults alone. */
function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

/** In each look: nothing serious or critical for assistive technology, nothing wider than the page. */
async function expectGoodLooks(page: Page): Promise<void> {
  for (const [colorScheme, viewport, check] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    const where = `${page.url()}, ${viewport.width} wide, in ${colorScheme}`;
    const { violations } = await check(axeOf(page)).analyze();
    const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const said = bad.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect.soft(said, where).toEqual([]);

    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${where}: scrolls sideways`).toBe(0);
  }
  await page.setViewportSize(desk);
}
