import { beforeAll, describe, expect, test } from 'vitest';
import type { ListedAccount } from '../../shared/accounts/list-contract.ts';
import type { BulkPreview } from '../../shared/bulk/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { Activity } from '../../shared/live/contract.ts';
import { MINUTE } from '../../server/core/clock.ts';
import { timeParameter } from '../../server/core/db/open-database.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder, clock } = world;
const folder = await world.create('folder', 'cedar', { displayName: 'People' });
const tenant = await world.create('tenant', folder, { displayName: 'Elm' });
const accounts = `/organisations/${folder.id}/accounts`;

/** Who never came in, of each kind, without a role or with one. */
async function add(at: { id: string }, displayName: string, rest: object = {}) {
  const email = `${displayName.toLowerCase()}@people.example`;
  const wish = { displayName, ...('type' in rest ? {} : { email }), ...rest };
  return bodyOf(await founder.post<ListedAccount>(`/organisations/${at.id}/accounts`, wish));
}

beforeAll(async () => {
  await add(folder, 'Ann', { grants: [{ role: 'PartnerReader' }] });
  const ben = await add(folder, 'Ben');
  await add(folder, 'Crawler', { type: 'machine' });
  await add(tenant, 'Dora', { grants: [{ role: 'TenantAdministrator' }] });
  bodyOf(await founder.post(`/accounts/${ben.id}/disable`));
});

async function list(query: string, session: Session = founder): Promise<Page<ListedAccount>> {
  return bodyOf(await session.get<Page<ListedAccount>>(`${accounts}?${query}`));
}

async function names(query: string): Promise<string[]> {
  return (await list(query)).items.map(({ displayName }) => displayName);
}

describe('the accounts of an organisation', () => {
  test.each([
    ['', ['Ann', 'Ben', 'Crawler']],
    ['within=branch', ['Ann', 'Ben', 'Crawler', 'Dora']],
    ['within=branch&sort=-name', ['Dora', 'Crawler', 'Ben', 'Ann']],
    ['within=branch&sort=-email', ['Dora', 'Ben', 'Ann', 'Crawler']],
    ['within=branch&status=invited', ['Ann', 'Dora']],
    ['within=branch&status=disabled,active', ['Ben', 'Crawler']],
    ['within=branch&status=locked', []],
    ['within=branch&type=machine', ['Crawler']],
    ['within=branch&roles=TenantAdministrator,PartnerReader', ['Ann', 'Dora']],
    ['within=branch&roles=TenantReader', []],
    ['within=branch&hasSecondFactor=true', []],
    ['within=branch&q=people.example', ['Ann', 'Ben', 'Dora']],
  ])('are listed by ?%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test('[A31] are not found by roles that have ended, nor shown or exported with them', async () => {
    const home = await world.create('folder', 'cedar');
    const over = await add(home, 'Over', { grants: [{ role: 'PartnerReader' }] });
    const at = `/organisations/${home.id}/accounts`;
    const past = timeParameter(world.em, new Date(clock.now().getTime() - MINUTE));
    await world.em.execute('update grants set expires_at = ? where account_id = ?', [
      ...[past, over.id],
    ]);

    const byRole = await founder.get<Page<ListedAccount>>(`${at}?roles=PartnerReader&count=true`);
    const { items } = bodyOf(await founder.get<Page<ListedAccount>>(at));
    const { text } = await founder.raw('GET', `${at}.csv?columns=name,roles`);

    expect(bodyOf(byRole)).toMatchObject({ items: [], count: { total: 0 } });
    expect(items).toMatchObject([{ displayName: 'Over', grants: [] }]);
    expect(text).not.toContain('reader');
  });

  test('are exported with the columns that are shown, in their order', async () => {
    const { text } = await founder.raw(
      'GET',
      `${accounts}.csv?within=branch&roles=TenantAdministrator&columns=organisation,name,roles,lastSignInAt`,
    );

    expect(text).toBe(
      '"organisation","name","roles","lastSignInAt"\r\n"Elm","Dora","TenantAdministrator: Elm",""\r\n',
    );
  });
});

describe('a role that the reader may not see', () => {
  test('finds nobody by the filter', async () => {
    const [ann] = (await list('q=ann')).items;
    const elsewhere = { role: 'TenantReader', organisationId: world.ids.gamma };
    bodyOf(await founder.post(`/accounts/${ann?.id}/grants`, elsewhere));
    const reader = await world.signIn('partner-reader@cedar');

    expect(await names('within=branch&roles=TenantReader')).toEqual(['Ann']);
    expect((await list('within=branch&roles=TenantReader', reader)).items).toEqual([]);
    expect((await list('within=branch&roles=PartnerReader', reader)).items).toHaveLength(1);
  });
});

describe('many accounts at once', () => {
  test('are disabled as one by one: foreseen alike, and nobody behind a closed barrier', async () => {
    const ids = (await list('within=branch')).items.map(({ id }) => id);
    const admin = await world.signIn('partner-admin@cedar');
    const { account } = await admin.who();
    const outOfSight = await world.invite('second-tenant-reader@gamma');
    const request = { action: 'disable', ids: [...ids, account.id, outOfSight.id] };

    const { body } = await admin.post<BulkPreview>('/bulk?dryRun=true', request);

    expect(body.counts.missing).toBe(1);
    expect(body.rows.at(-1)).toMatchObject({ title: null, allowed: false, checks: [] });
    for (const { id, allowed, checks } of body.rows.slice(0, -1)) {
      const { status, body: problem } = await admin.post<Problem>(`/accounts/${id}/disable`);
      expect({ id, allowed: status === 200 }).toEqual({ id, allowed });
      if (!allowed) expect(checks).toEqual(problem.checks);
    }
  });
});

describe('the last sign-in', () => {
  const at = world.at('delta', '/accounts');
  const read = async (query = '') =>
    bodyOf(await founder.get<Page<ListedAccount>>(`${at}?${query}`)).items;

  test('is told by the account, and changes nothing else of it', async () => {
    const session = await world.signIn('tenant-admin@delta');
    const { account } = await session.who();
    const [before] = (await read()).filter(({ id }) => id === account.id);
    clock.advance(MINUTE);

    const sought = { email: account.email, password: PASSWORD };
    bodyOf(await world.stranger().post('/auth/sign-in', sought));

    const [after] = (await read()).filter(({ id }) => id === account.id);
    expect(Date.parse(after?.lastSignInAt ?? '')).toBeGreaterThan(
      Date.parse(before?.lastSignInAt ?? ''),
    );
    expect(after?.updatedAt).toBe(before?.updatedAt);
  });

  test('sorts the list, over its pages, with whoever never came in at the end', async () => {
    const found: (string | null)[] = [];
    for (const sort of ['lastSignInAt', '-lastSignInAt']) {
      let cursor: string | null = '';
      while (cursor !== null) {
        const after: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
        const page: Page<ListedAccount> = bodyOf(
          await founder.get(
            `${world.at('south', '/accounts')}?within=branch&limit=2&sort=${sort}${after}`,
          ),
        );
        found.push(...page.items.map(({ lastSignInAt }) => lastSignInAt));
        cursor = page.nextCursor;
      }
    }

    const half = found.slice(0, found.length / 2);
    const known = half.filter((time) => time !== null);
    expect(known).toEqual([...known].sort());
    expect(half.slice(known.length).every((time) => time === null)).toBe(true);
    expect(found.slice(half.length)).toEqual(
      [...known].reverse().concat(half.slice(known.length) as never[]),
    );
  });

  test('is nothing that the feed tells of', async () => {
    const { items } = bodyOf(
      await founder.get<Page<Activity>>(world.at('delta', '/activity?limit=200')),
    );

    expect(items.some(({ resource }) => resource === 'account')).toBe(true);
    expect(items.filter(({ action }) => action === 'session.signIn')).toEqual([]);
  });
});
