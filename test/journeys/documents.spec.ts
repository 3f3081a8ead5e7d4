import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pdfOf, pdfOfSize, upload } from '../support/documents.ts';
import { expect, test } from './support/journey.ts';
import { connection } from './support/pages.ts';

const MIB = 1024 * 1024;

/** The line of a browser, which can be slowed down and lost; the live connection stays. */
async function lineOf(page: Page) {
  const devTools = await page.context().newCDPSession(page);
  const set = (offline: boolean, uploadThroughput: number) =>
    devTools.send('Network.emulateNetworkConditions', {
      ...{ offline, uploadThroughput, latency: 0, downloadThroughput: -1 },
    });
  return {
    slow: () => set(false, 4 * MIB),
    cut: () => set(true, 0),
    mend: () => set(false, -1),
  };
}

const choose = (page: Page, name: string, buffer: Uint8Array) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(buffer) });

test('[W1] [W3] [W4] an upload that is cut goes on, and appears to others as it was', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Alder', alder, 'PartnerAdministrator');
  const tim = await canopy.welcome('Tim Tenant', acme, 'TenantReader');
  const page = await open(ann, `/organisations/${acme.id}/documents`);
  const other = await open(tim, `/organisations/${acme.id}/documents`);
  await expect(connection(other)).toHaveText('Live');
  await expect(other.getByText('No documents yet')).toBeVisible();
  const line = await lineOf(page);
  const bytes = pdfOfSize(20 * MIB);
  const progress = page.getByRole('progressbar', { name: 'Progress of' });

  await test.step('the line is lost in the middle', async () => {
    await line.slow();
    await choose(page, 'Frame contract.pdf', bytes);
    await page.getByRole('dialog').getByRole('button', { name: 'Upload' }).click();
    await expect
      .poll(async () => Number(await progress.getAttribute('value')))
      .toBeGreaterThan(9 * MIB);
    await line.cut();

    await expect(page.getByText('No connection. It goes on by itself.')).toBeVisible();
    await expect(other.getByText('No documents yet')).toBeVisible();
  });

  await test.step('it goes on by itself, and others see it appear', async () => {
    await line.mend();

    await expect(page.getByRole('link', { name: 'Frame contract.pdf' })).toBeVisible();
    await expect(progress).toBeHidden();
    await expect(other.getByRole('link', { name: 'Frame contract.pdf' })).toBeVisible();
  });

  await test.step('others download the same bytes', async () => {
    const downloading = other.waitForEvent('download');
    await other.getByRole('link', { name: 'Frame contract.pdf' }).click();
    const download = await downloading;
    const read = await readFile(await download.path());

    expect(download.suggestedFilename()).toBe('Frame contract.pdf');
    expect(Buffer.compare(read, bytes)).toBe(0);
  });

  await test.step('who may only read is told why not more', async () => {
    const button = other.getByRole('button', { name: 'Upload files' });

    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(/Tenant reader/);
  });
});

test('[W1] [W6] [W11] a document is refused in words, replaced, removed and brought back', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Alder', alder, 'PartnerAdministrator');
  await upload(ann.session, acme.id, pdfOf('first'), { name: 'Terms.pdf', kind: 'terms' });
  const page = await open(ann, `/organisations/${acme.id}/documents`);
  const line = page.getByRole('listitem').filter({ hasText: 'Terms' });
  await expect(connection(page)).toHaveText('Live');

  await test.step('before its bytes go, and after they came', async () => {
    await choose(page, 'virus.exe', Buffer.from('MZ'));
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('virus.exe: Files that end in .exe are not')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await choose(page, 'words.pdf', Buffer.from('only words'));
    await page.getByRole('dialog').getByRole('button', { name: 'Upload' }).click();

    await expect(page.getByRole('alert')).toContainText('The name ends in .pdf, but');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByText('words.pdf')).toBeHidden();
  });

  await test.step('a new version takes the place of the old one, which stays', async () => {
    const choosing = page.waitForEvent('filechooser');
    await line.getByRole('button', { name: 'More about' }).click();
    await page.getByRole('menuitem', { name: 'Upload a new version' }).click();
    const buffer = Buffer.from(pdfOf('second'));
    await (await choosing).setFiles({ name: 'Terms 2.pdf', mimeType: '', buffer });
    await page.getByRole('dialog').getByRole('button', { name: 'Upload' }).click();
    await line.getByRole('button', { name: 'Version 2' }).click();

    await expect(page.getByRole('dialog').getByText('Terms.pdf')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('removing is taken back', async () => {
    await line.getByRole('button', { name: 'More about' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(page.getByText('1 removed document')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();

    await expect(page.getByText('1 removed document')).toBeHidden();
    await expect(line.getByRole('link', { name: 'Terms 2.pdf' })).toBeVisible();
  });
});
