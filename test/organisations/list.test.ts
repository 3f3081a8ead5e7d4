import { describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { PersonName } from '../support/people.ts';
import { placeNames, type PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const folder = await world.create('folder', 'cedar', { displayName: 'Lists' });
const below = `/organisations/${folder.id}/children`;

/** What the folder holds, in the order of making. */
const made = ['Cedar', 'ash', 'Élan', 'birch', 'Ash tree', 'éclair', '100 %', 'a_b', 'axb'];
for (const displayName of made) {
  await world.create(displayName === 'birch' ? 'folder' : 'tenant', folder, {
    displayName,
    externalId: `crm ${displayName}`,
  });
}
await suspend('Ash tree');

async function list(path: string, session: Session = founder): Promise<Page<Organisation>> {
  return bodyOf(await session.get<Page<Organisation>>(path));
}

async function names(query: string): Promise<string[]> {
  const { items } = await list(`${below}?${query}`);
  return items.map(({ displayName }) => displayName);
}

async function suspend(name: string): Promise<void> {
  const { items } = await list(`${below}?q=${encodeURIComponent(name)}`);
  bodyOf(await founder.post(`/organisations/${items[0]?.id}/suspend`));
}

/** Every page of a list, two items each; `between` runs after each of them. */
async function pages(path: string, between: () => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page<Organisation> = await list(
      `${path}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    found.push(...page.items.map(({ displayName }) => displayName));
    cursor = page.nextCursor;
    await between();
  }
  return found;
}

describe('the children of an organisation', () => {
  test('are what stands directly below, whole', async () => {
    const { items, nextCursor } = await list(world.at('acme', '/children'));

    const labs = bodyOf(await founder.get<Organisation>(world.at('labs')));
    expect(items).toEqual([labs]);
    expect(nextCursor).toBeNull();
  });

  test('are none below a leaf', async () => {
    expect(await list(world.at('bench', '/children'))).toEqual({ items: [], nextCursor: null });
  });

  test('are as missing as their parent where that is hidden', async () => {
    const partner = await world.signIn('partner-reader@birch');

    const answer = await partner.get(world.at('alder', '/children'));

    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('what is read after a write', () => {
  const any = { ifMatch: '*' };

  test.each(['', '/children', '/billing', '/accounts', '/grants', '/activity'])(
    'says that it is at least as new, at “%s”',
    async (rest) => {
      const edit = await founder.patch(world.at('acme'), { description: `before ${rest}` }, any);

      const read = await founder.get(world.at('acme', rest));

      expect(seqOf(edit)).toBeGreaterThan(0);
      expect(seqOf(read)).toBeGreaterThanOrEqual(seqOf(edit));
    },
  );
});

describe('a list in pages', () => {
  test('has no gap and no double while rows are made', async () => {
    const busy = await world.create('folder', 'cedar');
    for (const name of ['b', 'd', 'f', 'h', 'j']) {
      await world.create('tenant', busy, { displayName: name });
    }
    const late = ['a', 'c', 'e', 'g', 'i', 'k'];

    const found = await pages(`/organisations/${busy.id}/children?sort=name`, async () => {
      const displayName = late.pop();
      if (displayName) await world.create('tenant', busy, { displayName });
    });

    expect(found.filter((name) => 'bdfhj'.includes(name))).toEqual(['b', 'd', 'f', 'h', 'j']);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual([...found].sort());
    expect(found).toContain('k');
  });

  test('reads its newest first without those made since', async () => {
    const busy = await world.create('folder', 'cedar');
    for (const name of ['1', '2', '3', '4', '5']) {
      await world.create('tenant', busy, { displayName: name });
    }

    const found = await pages(`/organisations/${busy.id}/children?sort=-createdAt`, () =>
      world.create('tenant', busy, { displayName: 'since' }),
    );

    expect(found).toEqual(['5', '4', '3', '2', '1']);
  });

  test('holds fifty items where no limit is given', async () => {
    const full = await world.create('folder', 'cedar');
    await Array.fromAsync({ length: 51 }, () => world.create('tenant', full));
    const path = `/organisations/${full.id}/children`;

    const first = await list(path);
    const second = await list(`${path}?cursor=${first.nextCursor}`);

    expect([first.items.length, second.items.length]).toEqual([50, 1]);
    expect(second.nextCursor).toBeNull();
  });

  test.each([
    ['1', 200],
    ['200', 200],
    ['0', 422],
    ['201', 422],
    ['-1', 422],
    ['1.5', 422],
    ['', 422],
    ['all', 422],
  ])('answers a limit of "%s" with %i', async (limit, status) => {
    for (const path of ['/organisations', below]) {
      const answer = await founder.get(`${path}?limit=${limit}`);

      expect(answer.status).toBe(status);
      if (status === 422) expect(answer.body.errors).toMatchObject([{ path: 'limit' }]);
    }
  });

  test.each(['nonsense', 'WyJhIl0', encodeURIComponent(cursorOf('a', 'acme'))])(
    'refuses the cursor %s',
    async (cursor) => {
      const answer = await founder.get(`${below}?cursor=${cursor}`);

      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'cursor' }] } });
    },
  );
});

describe('the order of a list', () => {
  const byName = ['100 %', 'a_b', 'ash', 'Ash tree', 'axb', 'birch', 'Cedar', 'éclair', 'Élan'];

  test.each([
    ['', byName],
    ['name', byName],
    ['-name', byName.toReversed()],
    ['createdAt', made],
    ['-createdAt', made.toReversed()],
  ])('by "%s", whatever the case of its letters', async (sort, expected) => {
    expect(await names(sort && `sort=${sort}`)).toEqual(expected);
  });

  test.each(['colour', 'displayName', 'name,createdAt', '--name'])(
    'is none of ours by %s',
    async (sort) => {
      const answer = await founder.get(`${below}?sort=${sort}`);

      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'sort' }] } });
    },
  );
});

describe('searching a list', () => {
  test.each([
    ['ash', ['ash', 'Ash tree']],
    ['SH T', ['Ash tree']],
    ['ÉL', ['Élan']],
    ['crm birch', ['birch']],
    ['crm', []],
    [' cedar ', ['Cedar']],
    ['100 %', ['100 %']],
    ['nothing of the kind', []],
    ["'; drop table organisations; --", []],
  ])('for "%s" finds %j', async (q, found) => {
    expect(await names(`q=${encodeURIComponent(q)}`)).toEqual(found);
  });

  test('looks at the whole scope from the top', async () => {
    const { items } = await list('/organisations?q=LAB');

    expect(items.map(({ id }) => id)).toEqual([world.ids.labs]);
  });
});

describe('filtering a list', () => {
  test.each([
    ['kind=folder', ['birch']],
    ['kind=distributor', []],
    ['status=suspended', ['Ash tree']],
    ['status=active&q=ash', ['ash']],
    ['kind=tenant&status=suspended', ['Ash tree']],
    ['kind=folder&status=suspended', []],
  ])('by %s finds %j', async (query, found) => {
    expect(await names(query)).toEqual(found);
  });

  test.each(['kind=galaxy', 'status=gone', 'colour=green'])('is refused by %s', async (query) => {
    const answer = await founder.get(`/organisations?${query}`);

    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });
});

describe('the organisations in scope', () => {
  const inAlder: PlaceName[] = ['alder', 'grove', 'acme', 'beta', 'labs', 'bench'];

  test.each<[PersonName, PlaceName[]]>([
    ['platform-reader@platform', placeNames],
    ['distributor-reader@north', ['north', 'birch', 'gamma', ...inAlder]],
    ['partner-admin@alder', inAlder],
    ['partner-reader@grove', ['grove', 'beta']],
    ['tenant-admin@acme', ['acme', 'labs', 'bench']],
    ['tenant-reader@labs', ['labs', 'bench']],
    ['nobody@acme', []],
    ['user@acme', []],
  ])('of %s are %j', async (name, places) => {
    expect(await seeds(await world.signIn(name))).toEqual([...places].sort());
  });

  test('are listed once where two roles reach them', async () => {
    const session = await world.signIn('second-nobody@acme');
    const { account } = await session.who();
    for (const [role, place] of [
      ['PartnerReader', 'alder'],
      ['TenantReader', 'acme'],
      ['TenantReader', 'gamma'],
    ] as const) {
      const grant = { role, organisationId: world.ids[place] };
      bodyOf(await founder.post(`/accounts/${account.id}/grants`, grant));
    }

    expect(await seeds(session)).toEqual([...inAlder, 'gamma'].sort());
  });

  /** The places of the world that somebody's list holds, sorted by name; nothing else is expected. */
  async function seeds(session: Session): Promise<string[]> {
    const { items } = await list('/organisations?limit=200', session);
    const ids = items.map(({ id }) => id);
    return placeNames
      .flatMap((name) => ids.filter((id) => id === world.ids[name]).map(() => name))
      .sort();
  }
});

function cursorOf(...key: unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function seqOf({ headers }: { headers: Headers }): number {
  return Number(headers.get('x-change-seq'));
}
