import { expect, test } from './support/journey.ts';
import { fillBilling, heading, inTree, proceed } from './support/pages.ts';

const LONG = 'Ketteler & Voss Maschinenbau und Fördertechnik Beteiligungsgesellschaft';

test('the frame gives way to depth and to long names', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  let deepest = alder;
  for (let level = 4; level <= 13; level += 1) {
    deepest = await canopy.create('folder', deepest, `Standort ${level}`);
  }
  const long = await canopy.create('folder', deepest, LONG);
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${long.id}`);
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });

  await test.step('the crumbs', async () => {
    await expect(crumbs.locator('li > :is(a, span)')).toHaveText(['Platform', 'Standort 13', LONG]);
    const current = crumbs.locator('[aria-current]');
    await expect(current).toHaveAttribute('title', LONG);
    for (const width of [1440, 800, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const room = await current.evaluate((element) => element.getBoundingClientRect().width);
      expect(room, `at ${width}`).toBeGreaterThan(12 * 7);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('the tree', async () => {
    const startOf = (name: string) =>
      inTree(page, name)
        .locator('.icon')
        .evaluate((element) => element.getBoundingClientRect().left);
    const starts: number[] = [];
    for (let level = 4; level <= 13; level += 1) starts.push(await startOf(`Standort ${level}`));
    const steps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(4);
  });

  await test.step('the sidebar', async () => {
    const edge = page.getByRole('separator', { name: 'Width of the sidebar' });
    const widthOf = () => page.locator('aside').evaluate((element) => element.clientWidth);
    const before = await widthOf();
    await edge.focus();
    await page.keyboard.press('ArrowRight');
    expect(await widthOf()).toBeGreaterThan(before);
    const box = await edge.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 4, 300);
    await page.mouse.down();
    await page.mouse.move(420, 300);
    await page.mouse.up();
    expect(Math.round(await widthOf())).toBeGreaterThan(410);
    await page.reload();
    await expect(edge).toHaveAttribute('aria-valuenow', '26.25');
  });

  await test.step('on paper there is only the content', async () => {
    await page.goto(`/organisations/${alder.id}`);
    await expect(page.getByRole('table')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['aside', 'header:has(nav)', '.button', 'input[type=search]', 'nav']) {
      await expect(page.locator(gone).filter({ visible: true }), gone).toHaveCount(0);
    }
    await expect(page.getByRole('table')).toBeVisible();
    const time = page.getByRole('table').locator('time').first();
    const year = String(new Date().getFullYear());
    const printed = await time.evaluate((each) => getComputedStyle(each, '::after').content);
    expect(printed, 'the exact time').toContain(year);
    await expect(time.locator('.ago')).toBeHidden();
  });
});

test('the wizard leads to where one has to look', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${alder.id}/new/tenant`, {
    viewport: { width: 390, height: 844 },
  });
  const name = page.getByLabel('Name', { exact: true });
  const contact = page.getByRole('group', { name: 'Contact' }).getByLabel('Name');

  await proceed(page);
  await expect(name).toBeFocused();

  await name.fill('Weserland');
  await proceed(page);
  await expect(contact).toBeFocused();

  await proceed(page);
  await expect(contact).toBeFocused();
  await expect(contact).toBeInViewport();

  await fillBilling(page, 'Weserland');
  await proceed(page);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused();
  await expect(heading(page, 'New tenant below Alder')).toBeAttached();
});
