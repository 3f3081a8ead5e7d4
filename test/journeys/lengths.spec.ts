import type { Page } from '@playwright/test';
import { LENGTHS } from '../../shared/core/lengths.ts';
import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

/** Pastes as the keyboard does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}

test('a long name is taken whole, and a longer one is cut between characters with a word', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${alder.id}`);
  await expect(heading(page, 'Alder')).toBeAttached();
  const name = page.getByRole('textbox', { name: 'Name' });
  const said = page.getByText(`At most ${LENGTHS.name} characters fit here`);

  await name.click();
  await paste(page, 'a'.repeat(LENGTHS.name));
  await expect(name).toHaveValue('a'.repeat(LENGTHS.name));
  await expect(said).toHaveCount(0);

  const family = '👩‍👩‍👧‍👦';
  const start = 'b'.repeat(LENGTHS.name - family.length + 1);
  await paste(page, `${start}${family}`);
  await expect(name).toHaveValue(start);
  await expect(said).toBeVisible();
});
