import type { Page } from '@playwright/test';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { connection, inTree } from './support/pages.ts';

/** Does what the translators of browsers do: a `font` in the place of each text. */
async function translate(page: Page, how: 'replaced' | 'wrapped'): Promise<void> {
  await page.evaluate((way) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.data.trim() === '') continue;
      const font = document.createElementNS(document.body.namespaceURI, 'font') as HTMLElement;
      font.dataset.of = text.data;
      if (way === 'replaced') font.append(text.data);
      text.replaceWith(font);
      if (way === 'wrapped') font.append(text);
    }
  }, how);
}

for (const how of ['replaced', 'wrapped'] as const) {
  test(`a page whose texts a translator has ${how} stays current`, async ({ canopy, open }) => {
    const { alder, acme } = await canopy.settle();
    const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
    const founder = await canopy.founder();
    const rename = async (displayName: string) =>
      bodyOf(await founder.patch(`/organisations/${acme.id}`, { displayName }, { ifMatch: '*' }));
    const page = await open(ann, `/organisations/${alder.id}`);
    await expect(inTree(page, 'Acme')).toBeVisible();
    await expect(connection(page)).toHaveText('Live');
    await translate(page, how);

    await rename('Acme Works');
    await expect(page.getByRole('tree')).toContainText('Acme Works');
    await expect(page.getByRole('main').getByRole('table')).toContainText('Acme Works');
    await expect(page.getByText('Acme', { exact: true })).toHaveCount(0);

    await rename('Acme Mills');
    await expect(page.getByRole('tree')).toContainText('Acme Mills');
    await expect(page.getByText('Acme Works')).toHaveCount(0);
  });
}
