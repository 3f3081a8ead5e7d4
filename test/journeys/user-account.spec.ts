import { bodyOf, Session } from '../support/session.ts';
import { PASSWORD } from '../support/people.ts';
import { expect, test } from './support/journey.ts';
import { heading, treeOf } from './support/pages.ts';

test('a user account sees its services and itself, at whatever address', async ({
  canopy,
  open,
}) => {
  const { acme } = await canopy.settle();
  const founder = await canopy.founder();
  const email = 'uma@canopy.example';
  const { id: accountId } = bodyOf(
    await founder.post<{ id: string }>(`/organisations/${acme.id}/accounts`, {
      email,
      displayName: 'Uma User',
      type: 'user',
    }),
  );
  const session = new Session(canopy.url);
  const accepted = { displayName: 'Uma User', password: PASSWORD };
  bodyOf(await session.post(`/invitations/${await canopy.invitation(email)}/accept`, accepted));
  const page = await open({ name: 'Uma User', email, accountId, session });

  for (const path of ['/', `/organisations/${acme.id}`, '/audit', '/check-access', '/nowhere']) {
    await page.goto(path);
    await expect(heading(page, 'My services')).toBeVisible();
    await expect(treeOf(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Search' })).toHaveCount(0);
  }
  await page.getByRole('main').getByRole('link', { name: 'Your account' }).click();
  await expect(heading(page, 'Your account')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'API tokens' })).toHaveCount(0);
});
