import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

test('[N1] a role that is given rings the bell, and [N3] the list reads nothing by itself', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerReader');
  const page = await open(ben);
  const bell = page.getByRole('link', { name: /^Inbox/ });
  await expect(bell).toHaveAccessibleName('Inbox');

  await test.step('at once, without a reload', async () => {
    const input = { role: 'TenantAdministrator', organisationId: acme.id };
    bodyOf(await ann.session.post(`/accounts/${ben.accountId}/grants`, input));

    await expect(bell).toHaveAccessibleName('Inbox, 1 unread');
  });

  await test.step('and is read when it is opened, or all at once', async () => {
    await bell.click();
    await expect(heading(page, 'Inbox')).toBeVisible();
    const notice = page.getByRole('link', { name: /You are Tenant administrator at Acme now/ });
    await expect(notice).toContainText('Unread:');
    await expect(bell).toHaveAccessibleName('Inbox, 1 unread');
    await notice.click();
    await expect(heading(page, 'Acme')).toBeAttached();
    await expect(bell).toHaveAccessibleName('Inbox');
    await bell.click();
    await expect(notice).not.toContainText('Unread:');
    await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
  });
});
