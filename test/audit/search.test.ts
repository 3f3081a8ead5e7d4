import { beforeAll, expect, test } from 'vitest';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
/** Further than one answer searches. */
const FAR = 120_000;
let partner: Session;
let insiderId: string;

beforeAll(async () => {
  partner = await world.signIn('partner-admin@alder');
  const inside = await world.signIn('tenant-admin@acme');
  insiderId = (await inside.who()).account.id;
  bodyOf(await inside.put(world.at('acme', '/access'), { managementMode: 'self-managed' }));
  bodyOf(await founder.patch(world.at('birch'), { description: 'quillfeather' }, { ifMatch: '*' }));
  const columns = `at, action, actor_id, organisation_id, path, request_id, details, salt,
                   details_hash, previous_hash, hash`;
  await world.em.execute(
    `insert into audit_records (seq, ${columns})
     select ${FAR}, ${columns} from audit_records order by seq limit 1`,
  );
});

const search = (session: Session, query: string, cursor = '') =>
  session.get<Page<AuditEntry>>(`/audit?${query}${cursor && `&cursor=${cursor}`}`);

test('[U7] a search of a long audit is broken off, and goes on by its cursor', async () => {
  const first = bodyOf(await search(founder, 'q=quillfeather'));
  const second = bodyOf(await search(founder, 'q=quillfeather', first.nextCursor ?? ''));

  expect(first).toEqual({ items: [], nextCursor: expect.any(String) as string });
  expect(second.items.map(({ action }) => action)).toEqual(['organisation.edit']);
  expect(second.nextCursor).toBe(null);
});

test('[U7] where it is broken off tells nothing of what is hidden', async () => {
  const hidden = bodyOf(await search(partner, `q=${insiderId}`));
  const nothing = bodyOf(await search(partner, 'q=nobody-wrote-this'));
  const placeOf = ({ nextCursor }: Page<AuditEntry>) => nextCursor?.split('.')[1];

  expect(hidden.items).toEqual([]);
  expect(placeOf(hidden)).toBe(placeOf(nothing));
  expect(Number(placeOf(hidden)) % 5_000).toBe(0);
});

test('the others have their turn before it ends', async () => {
  const order: string[] = [];
  const long = search(founder, 'q=nobody-wrote-this').then(() => order.push('search'));
  const short = founder.get('/auth/session').then(() => order.push('another read'));
  await Promise.all([long, short]);

  expect(order).toEqual(['another read', 'search']);
});

test('an export goes on to the end', async () => {
  const { text } = await founder.get(
    '/audit/export?format=jsonl&q=quillfeather&action=organisation.edit',
  );

  expect(text.trim().split('\n')).toHaveLength(1);
  expect(text).toContain('quillfeather');
});

test('[U7] who holds no role is not told how long the audit is', async () => {
  const nobody = await world.signIn('nobody@alder');

  expect(bodyOf(await search(nobody, 'q=quillfeather'))).toEqual({ items: [], nextCursor: null });
});
