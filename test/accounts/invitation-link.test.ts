import { afterAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { AccountWithGrants, InvitationLink } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld } from '../support/world.ts';

const world = await createWorld();
const admin = await world.signIn('tenant-admin@acme');
const reader = await world.signIn('tenant-reader@acme');

afterAll(() => world[Symbol.asyncDispose]());

let count = 0;

async function invited(): Promise<string> {
  count += 1;
  const input = { email: `link-${count}@acme.example`, displayName: 'Lin Link', grants: [] };
  const path = world.at('acme', '/accounts');
  return `/accounts/${bodyOf(await admin.post<AccountWithGrants>(path, input)).id}`;
}

const tokenIn = ({ link }: InvitationLink) => link.split('/').at(-1) ?? '';
const accepted = { displayName: 'Lin Link', password: PASSWORD };

describe('[S5] an installation without mail', () => {
  test('says so, to whoever asks', async () => {
    expect(bodyOf(await world.stranger().get('/mail'))).toEqual({ isSetUp: false });
  });

  test('hands the link of an invitation over, each time another one that ends the one before', async () => {
    const path = await invited();

    const first = tokenIn(bodyOf(await admin.post<InvitationLink>(`${path}/invitation-link`)));
    const second = tokenIn(bodyOf(await admin.post<InvitationLink>(`${path}/invitation-link`)));

    const accept = (token: string) =>
      world.stranger().post(`/invitations/${token}/accept`, accepted);
    expect((await accept(first)).status).toBe(410);
    expect((await accept(second)).status).toBe(200);
    expect((await admin.post(`${path}/invitation-link`)).status).toBe(409);
  });

  test('keeps no link: not for an idempotency key, not in the audit', async () => {
    const path = await invited();
    const headers = { 'idempotency-key': 'the same key' };

    const ask = () => admin.post<InvitationLink>(`${path}/invitation-link`, undefined, { headers });
    const [one, other] = [bodyOf(await ask()), bodyOf(await ask())];

    expect(other.link).not.toBe(one.link);
    const { items } = bodyOf(await admin.get<Page<AuditEntry>>('/audit'));
    expect(items[0]).toMatchObject({ action: 'account.issueInvitationLink' });
    expect(JSON.stringify(items)).not.toContain(tokenIn(other));
  });

  test('refuses it to readers, and hides the account from those beside', async () => {
    const path = await invited();
    const beside = await world.signIn('partner-admin@birch');

    expect((await reader.post(`${path}/invitation-link`)).status).toBe(403);
    expect((await beside.post(`${path}/invitation-link`)).status).toBe(404);
  });
});
