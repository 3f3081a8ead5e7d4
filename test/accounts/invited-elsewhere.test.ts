import { describe, expect, test } from 'vitest';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const email = 'tenant-admin@acme.example';
const owner = await world.signIn('tenant-admin@acme');
const beside = await world.signIn('partner-admin@birch');

const invite = (address: string) =>
  beside.post<AccountWithGrants>(world.at('birch', '/accounts'), {
    email: address,
    displayName: 'Eve',
    grants: [{ role: 'PartnerReader' }],
  });

describe('[S3] inviting an address that has an account out of sight', () => {
  test('answers and lists as any other invitation, the second time too', async () => {
    const free = [await invite('nobody@birch.example'), await invite('Nobody@birch.example')];
    const taken = [await invite(email), await invite(email.toUpperCase())];

    const told = (answer: (typeof free)[number], address: string) => ({
      status: answer.status,
      text: answer.text
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
        .replaceAll(new RegExp(address, 'gi'), 'address'),
    });
    expect(taken.map((answer) => told(answer, email))).toEqual(
      free.map((answer) => told(answer, 'nobody@birch.example')),
    );
    expect(taken.map(({ status }) => status)).toEqual([201, 409]);
  });

  test('tells the owner of the address by mail, who signs in and resets as before', async () => {
    const mail = (await world.mailsTo(email)).at(-1);
    const before = await owner.who();
    const again = world.stranger();
    bodyOf(await again.post('/auth/sign-in', { email, password: PASSWORD }));
    bodyOf(await world.stranger().post('/auth/password-reset', { email }));
    await expect
      .poll(async () => (await world.mailsTo(email)).map(({ text }) => text).join())
      .toContain('Somebody asked for another password for your account');

    expect(mail?.text).toContain('You already have an account in Canopy with this address');
    expect(mail?.text).not.toContain('/invitations/');
    expect((await again.who()).account.id).toBe(before.account.id);
  });

  test('can be edited, disabled and let in again, as any other that nobody accepted', async () => {
    const { items } = bodyOf(
      await beside.get<{ items: AccountWithGrants[] }>(world.at('birch', `/accounts?q=${email}`)),
    );
    const path = `/accounts/${items[0]?.id}`;

    const renamed = await beside.patch(path, { displayName: 'Eva' }, { ifMatch: '*' });
    bodyOf(await beside.post(`${path}/disable`));
    const enabled = await beside.post(`${path}/enable`);
    const sent = await beside.post(`${path}/invitation`);

    expect([renamed.status, enabled.status, sent.status]).toEqual([200, 200, 204]);
    expect(enabled.body).toMatchObject({ displayName: 'Eva', email, status: 'invited' });
  });

  test('is refused with its reason at the link, and accepted when nobody else has the address', async () => {
    const { items } = bodyOf(
      await beside.get<{ items: AccountWithGrants[] }>(world.at('birch', `/accounts?q=${email}`)),
    );
    bodyOf(await beside.post('/auth/reauthenticate', { password: PASSWORD }));
    const issued = bodyOf(
      await beside.post<{ link: string }>(`/accounts/${items[0]?.id}/invitation-link`),
    );
    const path = new URL(issued.link).pathname;
    const accepted = { displayName: 'Eve', password: PASSWORD };

    const shown = await world.stranger().get(path);
    const refused = await world.stranger().post(`${path}/accept`, accepted);
    const { account } = await owner.who();
    bodyOf(await world.founder.delete(`/accounts/${account.id}`));
    const eve = world.stranger();
    const late = await eve.post(`${path}/accept`, accepted);
    const again = world.stranger();
    bodyOf(await again.post('/auth/sign-in', { email, password: PASSWORD }));

    expect([shown.body, refused.body]).toMatchObject([
      { code: 'invitation.address-taken' },
      { code: 'invitation.address-taken' },
    ]);
    expect(late.status).toBe(200);
    expect((await again.who()).account.id).toBe(items[0]?.id);
  });

  test('is refused for whoever may see the account', async () => {
    const inside = await world.signIn('partner-admin@alder');
    const seen = { email: 'partner-admin@alder.example', displayName: 'Eve' };

    const answer = await inside.post(world.at('acme', '/accounts'), seen);

    expect(answer).toMatchObject({ status: 409, body: { code: 'account.email-taken' } });
  });
});
