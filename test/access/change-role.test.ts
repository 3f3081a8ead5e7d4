import { afterAll, describe, expect, test } from 'vitest';
import type { Grant } from '../../shared/access/contract.ts';
import type { Account } from '../../shared/people/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld } from '../support/world.ts';
import { BehindAcme } from './behind-acme.ts';

const world = await createWorld();
const reader = await world.signIn('tenant-reader@acme');
const admin = await world.signIn('tenant-admin@acme');

afterAll(() => world[Symbol.asyncDispose]());

const seen = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

async function grantOf(email: string): Promise<Grant> {
  const { items } = bodyOf(await admin.get<Page<Grant>>(world.at('acme', '/grants')));
  const grant = items.find(({ account }) => account.email === email);
  if (!grant) throw new Error(`${email} holds nothing.`);
  return grant;
}

describe('making a role another one', () => {
  test('[A12] is one step: the same grant, and its holder is never without', async () => {
    const before = await grantOf('tenant-reader@acme.example');
    await using socket = await reader.socket();
    const path = `/grants/${before.id}`;

    const after = bodyOf(
      await admin.patch<Grant>(path, { role: 'TenantAdministrator' }, seen(before.version)),
    );

    expect(after).toMatchObject({ id: before.id, role: 'TenantAdministrator' });
    expect(after.version).toBeGreaterThan(before.version);
    expect((await reader.who()).grants).toMatchObject([{ role: 'TenantAdministrator' }]);
    await socket.until(({ access }) => access.at(-1)?.grants[0]?.role === 'TenantAdministrator');
    const stale = await admin.patch(path, { role: 'TenantReader' }, seen(before.version));
    expect(stale.status).toBe(409);
    bodyOf(await admin.patch<Grant>(path, { role: 'TenantReader' }, seen(after.version)));
  });

  test.each([
    ['a role that does not fit the place', 'PartnerReader', 403],
    ['no role at all', 'Emperor', 422],
  ])('[A12] is refused for %s', async (_, role, status) => {
    const { id, version } = await grantOf('tenant-reader@acme.example');

    expect((await admin.patch(`/grants/${id}`, { role }, seen(version))).status).toBe(status);
  });

  test('[A13] takes no last administrator away', async () => {
    const { id, version } = await grantOf('tenant-admin@acme.example');

    const answer = await admin.patch(`/grants/${id}`, { role: 'TenantReader' }, seen(version));

    expect(answer.status).toBe(403);
    expect((await admin.who()).grants).toMatchObject([{ role: 'TenantAdministrator' }]);
  });
});

test('[A16] [A32] who is made a reader keeps nothing that an administrator had let them have', async () => {
  await using it = await BehindAcme.begin();
  const { world: closed, partner } = it;
  const { items } = bodyOf(await closed.founder.get<Page<Grant>>(closed.at('alder', '/grants')));
  const held = items.find(({ account }) => account.email === 'partner-admin@alder.example');
  await it.letIn();
  const invited = {
    email: 'left@alder.example',
    displayName: 'Left',
    grants: [{ role: 'PartnerReader' }],
  };
  bodyOf(await partner.post(closed.at('alder', '/accounts'), invited));
  expect(await it.sees(partner)).toBe(true);

  const change = { role: 'PartnerReader' };
  bodyOf(await closed.founder.patch(`/grants/${held?.id}`, change, { ifMatch: '*' }));

  expect(await it.sees(partner)).toBe(false);
  expect((await partner.who()).grants).toMatchObject([{ role: 'PartnerReader' }]);
  const accounts = bodyOf(await closed.founder.get<Page<Account>>(closed.at('alder', '/accounts')));
  expect(accounts.items.find(({ email }) => email === invited.email)?.status).toBe('disabled');
});
