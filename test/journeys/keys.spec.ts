import type { Locator, Page } from '@playwright/test';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import type { Canopy, Place } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { field, heading, inTree } from './support/pages.ts';

type Open = Parameters<Parameters<typeof test>[2]>[0]['open'];

const weserland = 'Weserland';

/** Ann has the page of her partner before her; the letters of what is below are shortcuts here. */
async function annAtAlder(canopy: Canopy, open: Open): Promise<{ page: Page } & Place> {
  const place = await canopy.settle();
  await canopy.create('tenant', place.alder, weserland);
  const ann = await canopy.welcome('Ann Ames', place.alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${place.alder.id}`);
  await expect(heading(page, 'Alder')).toBeAttached();
  await expect(inTree(page, weserland)).toBeVisible();
  return { page, ...place };
}

/** A line on which an answer takes that many milliseconds more. */
async function slowLine(page: Page, latency: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  const unlimited = { downloadThroughput: -1, uploadThroughput: -1 };
  await browser.send('Network.emulateNetworkConditions', { offline: false, latency, ...unlimited });
}

async function storedName(canopy: Canopy, { id }: Organisation): Promise<string> {
  const founder = await canopy.founder();
  return bodyOf(await founder.get<Organisation>(`/organisations/${id}`)).displayName;
}

function palette(page: Page): Locator {
  return page.getByRole('combobox', { name: /^Find an organisation/ });
}

test.describe('Ctrl and K, and a name typed at once', () => {
  for (const [line, delay] of [
    [300, 90],
    [0, 100],
    [0, 60],
    [0, 20],
    [0, 0],
  ] as const) {
    test(`is searched whole, ${delay} ms a key on a line of ${line} ms`, async ({
      canopy,
      open,
    }) => {
      const { page, alder } = await annAtAlder(canopy, open);
      await slowLine(page, line);

      await page.keyboard.press('Control+k');
      await page.keyboard.type(weserland, { delay });

      await expect(palette(page)).toHaveValue(weserland);
      await expect(page.getByRole('option', { name: /^Weserland/ }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(heading(page, weserland)).toBeAttached();
      expect(await storedName(canopy, alder)).toBe('Alder');
    });
  }
});

test('c, and a name typed before the page is there, fills in the name', async ({
  canopy,
  open,
}) => {
  const { page, alder } = await annAtAlder(canopy, open);
  await slowLine(page, 300);

  await page.keyboard.press('c');
  await page.keyboard.type('Everest Ltd', { delay: 90 });

  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Everest Ltd');
  expect(await storedName(canopy, alder)).toBe('Alder');
});

test('while another page is being loaded, letters are no shortcuts of this one', async ({
  canopy,
  open,
}) => {
  const { page, alder } = await annAtAlder(canopy, open);
  const { promise: line, resolve: arrive } = Promise.withResolvers<undefined>();
  await page.route(/\/assets\/SettingsTab-[^/]*\.js$/, async (route) => {
    await line;
    await route.continue();
  });

  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await page.keyboard.type('echo', { delay: 20 });
  arrive(undefined);
  await expect(page).toHaveURL(/settings$/);

  await expect(page.getByLabel('Name', { exact: true })).not.toBeFocused();
  expect(await storedName(canopy, alder)).toBe('Alder');
});

test('a key right after Escape counts for the page below', async ({ canopy, open }) => {
  const { page } = await annAtAlder(canopy, open);
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeFocused();

  for (let time = 0; time < 5; time += 1) {
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('Control+k')]);
    await expect(palette(page)).toBeFocused();
  }

  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
});

test.describe('the name, entered by e', () => {
  test('is left by Escape, so that c creates', async ({ canopy, open }) => {
    const { page, alder } = await annAtAlder(canopy, open);

    await page.keyboard.press('e');
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');

    await expect(page.getByRole('heading', { name: /^New .* below/ })).toBeVisible();
    expect(await storedName(canopy, alder)).toBe('Alder');
  });

  test('is saved by Enter, and not by losing the focus', async ({ canopy, open }) => {
    const { page, alder } = await annAtAlder(canopy, open);
    const name = page.getByLabel('Name', { exact: true });

    await page.keyboard.press('e');
    await page.keyboard.type('se');
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toHaveCount(0);
    await page.keyboard.press('Tab');

    await expect(page.getByText('Not saved yet.')).toBeVisible();
    expect(await storedName(canopy, alder)).toBe('Alder');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(name).toHaveValue('Alder');

    await page.keyboard.press('e');
    await page.keyboard.type('Elder');
    await page.keyboard.press('Enter');

    await expect(name).not.toBeFocused();
    await expect.poll(() => storedName(canopy, alder)).toBe('Elder');
  });
});

test('Escape leaves every field that is edited in place, changed or not', async ({
  canopy,
  open,
}) => {
  const { page, alder } = await annAtAlder(canopy, open);
  for (const tab of ['billing', 'details']) {
    await page.goto(`/organisations/${alder.id}/${tab}`);
    const fields = page.locator(
      '.fields [data-field] :is(input, textarea, select):not([readonly])',
    );
    await expect(fields.first()).toBeVisible();
    for (const each of await fields.all()) {
      await each.focus();
      await page.keyboard.press('Escape');
      await expect(each).not.toBeFocused();
    }
  }
  const changed = field(page, 'Description');
  await changed.focus();
  await page.keyboard.type('CRM-7');
  await page.keyboard.press('Escape');

  await expect(changed).not.toBeFocused();
  await expect(changed).toHaveValue('');
});

test.describe('an input method that composes', () => {
  /** The ways in which browsers tell of a key that is its own: the flag, or only the old code. */
  const ways = [
    { isComposing: true, keyCode: 229 },
    { isComposing: false, keyCode: 229 },
  ];

  for (const way of ways) {
    test(`has Enter and Escape for itself (${JSON.stringify(way)})`, async ({ canopy, open }) => {
      const { page, alder } = await annAtAlder(canopy, open);
      const press = (control: Locator, key: string): Promise<boolean> =>
        control.evaluate(
          (node, init) =>
            node.dispatchEvent(
              new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
            ),
          { key, ...way },
        );
      await page.goto(`/organisations/${alder.id}/details`);
      const controls = [page.getByLabel('Name', { exact: true }), field(page, 'Description')];

      for (const control of controls) {
        await control.first().click();
        await control.first().fill('とうき');
        for (const key of ['Enter', 'Escape']) {
          expect(await press(control.first(), key)).toBe(true);
          await expect(control.first()).toBeFocused();
          await expect(control.first()).toHaveValue('とうき');
        }
        expect(await storedName(canopy, alder)).toBe('Alder');
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await press(palette(page), 'Enter')).toBe(true);
      await expect(palette(page)).toBeFocused();
    });
  }
});

test.describe('Enter, before what was typed last is found', () => {
  /** Nothing more is found from here on. */
  const holdSearches = (page: Page): Promise<unknown> =>
    page.route('**/api/organisations?*', () => undefined);

  test('opens nothing of the name before, in the palette and in the filter of the tree', async ({
    canopy,
    open,
  }) => {
    const { page } = await annAtAlder(canopy, open);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('acme');
    await expect(page.getByRole('option', { name: /^Acme/ }).first()).toBeVisible();
    await holdSearches(page);

    await palette(page).fill('nobody');
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeFocused();
    await expect(page.getByRole('option', { name: /^Acme/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.unrouteAll();

    const filter = page.getByRole('searchbox', { name: 'Filter organisations' });
    await filter.fill('acme');
    await expect(inTree(page, 'Alder')).toHaveCount(0);
    await holdSearches(page);
    await filter.fill('nobody');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Alder')).toBeAttached();
    await page.unrouteAll();
  });

  test('chooses nothing of the name before, in a field of organisations', async ({
    canopy,
    open,
  }) => {
    const { page, alder } = await annAtAlder(canopy, open);
    await page.goto('/check-access');
    const where = page.getByRole('combobox', { name: 'Where' });
    await where.fill('acme');
    await expect(page.getByRole('option', { name: /^Acme/ })).toBeVisible();
    await holdSearches(page);

    await where.fill('beta');
    await page.keyboard.press('Enter');

    await expect(page.getByText('Searching…')).toBeVisible();
    await where.blur();
    await expect(where).toHaveValue(alder.displayName);
    await page.unrouteAll();
  });
});
