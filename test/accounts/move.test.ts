import { describe, expect, test } from 'vitest';
import type { Account } from '../../shared/people/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Scope } from '../../shared/live/contract.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const admin = await world.signIn('partner-admin@alder');

const follow = (place: PlaceName) => ({
  scope: 'record' as Scope,
  organisationId: world.ids[place],
  topics: ['accounts' as const],
});

function moveTo(place: PlaceName, { id }: { id: string }, by = admin) {
  const body = { organisationId: world.ids[place] };
  return by.post<AccountWithGrants>(`/accounts/${id}/move`, body);
}

async function namesAt(place: PlaceName): Promise<string[]> {
  const { items } = bodyOf(await admin.get<Page<Account>>(world.at(place, '/accounts')));
  return items.map(({ id }) => id);
}

describe('[S7] moving an account', () => {
  test('gives it another home, and leaves its roles where they are', async () => {
    const account = await world.invite('tenant-reader@acme');

    const answer = await moveTo('beta', account);

    expect(answer).toMatchObject({
      status: 200,
      body: {
        organisationId: world.ids.beta,
        grants: [{ role: 'TenantReader', organisation: { displayName: 'Acme' } }],
      },
    });
    expect(await namesAt('acme')).not.toContain(account.id);
    expect(await namesAt('beta')).toContain(account.id);
  });

  test('leaves the list of the one, and enters that of the other, live', async () => {
    const account = await world.invite('tenant-admin@acme');
    await using from = await (await world.signIn('second-tenant-admin@acme')).socket();
    await using to = await (await world.signIn('tenant-admin@beta')).socket();
    await from.subscribe(follow('acme'));
    await to.subscribe(follow('beta'));

    bodyOf(await moveTo('beta', account));
    await world.settled();
    await from.roundTrip();
    await to.roundTrip();

    const about = (live: typeof from) =>
      live.changes.filter(({ id }) => id === account.id).map(({ op, fields }) => [op, fields]);
    expect(about(from)).toEqual([['leave', {}]]);
    const left = from.changes.find(({ id }) => id === account.id);
    expect(left?.organisationId).toBe(world.ids.acme);
    expect(JSON.stringify(left)).not.toContain(world.ids.beta);
    expect(about(to)).toEqual([
      ['enter', expect.objectContaining({ email: account.email }) as unknown],
    ]);
  });

  test('is an update for who sees both homes', async () => {
    const account = await world.invite('second-tenant-reader@beta');
    await using live = await admin.socket();
    await live.subscribe({ ...follow('alder'), scope: 'subtree' });

    bodyOf(await moveTo('acme', account));

    await live.until(({ changes }) => changes.some(({ id }) => id === account.id));
    const change = live.changes.find(({ id }) => id === account.id);
    expect(change).toMatchObject({ op: 'update', fields: { organisationId: world.ids.acme } });
  });

  test('takes permission at both ends', async () => {
    const account = await world.invite('nobody@acme');

    const answers = [
      await moveTo('gamma', account),
      await moveTo('beta', account, await world.signIn('second-tenant-admin@acme')),
      await moveTo('acme', account, await world.signIn('tenant-reader@labs')),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await namesAt('acme')).toContain(account.id);
  });

  test('is nobody’s to do to the own', async () => {
    const { account } = await admin.who();

    const answer = await moveTo('acme', account);

    expect(answer.status).toBe(403);
  });

  test('takes its sessions under what the new home asks for', async () => {
    const session = await world.signIn('user@gamma');
    const { account } = await session.who();
    const rule = { mfa: 'everybody' };
    bodyOf(await founder.patch(world.at('delta', '/settings'), rule, { ifMatch: '*' }));

    bodyOf(await moveTo('delta', account, founder));

    expect((await session.who()).next).toBe('enrol-mfa');
  });
});

describe('[S8] suspending an organisation', () => {
  test('ends the sessions of those at home below for good', async () => {
    const session = await world.signIn('tenant-admin@bench');
    const other = await world.signIn('tenant-reader@beta');

    bodyOf(await founder.post(world.at('acme', '/suspend')));
    bodyOf(await founder.post(world.at('acme', '/activate')));

    expect((await session.get('/auth/session')).status).toBe(401);
    expect((await other.get('/auth/session')).status).toBe(200);
  });
});
