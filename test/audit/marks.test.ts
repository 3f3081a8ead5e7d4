import { beforeAll, describe, expect, test } from 'vitest';
import { findAuditKey } from '../../server/audit/audit-key.ts';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { MINUTE } from '../../server/core/clock.ts';
import type { AuditEntry, AuditMarked } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { verdictAfter } from '../support/unprotect.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const BROWSER = { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' } };
const reason = 'The page asked for settings by itself, up to version 1.';
const settings = world.at('acme', '/settings');
let inside: Session;
let partner: Session;
let distributor: Session;

const mark = (session: Session, fields: object = {}) =>
  session.post<AuditMarked>('/audit/marks', { action: 'settings.view', reason, ...fields });

async function denials(): Promise<AuditEntry[]> {
  const path = world.at('acme', '/audit?outcome=denied&limit=200');
  return bodyOf(await inside.get<Page<AuditEntry>>(path)).items;
}

beforeAll(async () => {
  inside = await world.signIn('tenant-admin@acme');
  partner = await world.signIn('partner-admin@alder');
  distributor = await world.signIn('distributor-admin@north');
  await inside.put(world.at('acme', '/access'), { managementMode: 'self-managed' });
  await partner.get(settings, BROWSER);
  await partner.get(world.at('acme', '/accounts'), BROWSER);
  world.clock.advance(MINUTE);
  await partner.get(settings);
  await distributor.get(settings, BROWSER);
});

describe('[U9] stating that no person attempted what a page read by itself', () => {
  test('marks the refused reads of browsers, and neither programs nor attempts to change', async () => {
    const who = await partner.who();

    const made = await mark(world.founder, { actor: who.account.id });

    expect(bodyOf(made)).toEqual({ records: 1 });
    const found = await denials();
    expect(found.map(({ action, mark }) => [action, mark?.reason ?? null])).toEqual([
      ['settings.view', null],
      ['settings.view', null],
      ['accounts.view', null],
      ['settings.view', reason],
    ]);
  });

  test('leaves nothing to be marked twice, and is on record with its reason', async () => {
    const first = bodyOf(await mark(world.founder));
    const again = bodyOf(await mark(world.founder));

    const { items } = bodyOf(
      await world.founder.get<Page<AuditEntry>>('/audit?action=audit.mark&limit=10'),
    );
    expect([first.records, again.records]).toEqual([1, 0]);
    expect(items).toHaveLength(2);
    expect(items[0]?.notes).toMatchObject({ action: 'settings.view', reason, records: 1 });
  });

  test('shows in the exports', async () => {
    const csv = await inside.get(world.at('acme', '/audit/export?outcome=denied'));
    const lines = await inside.get(world.at('acme', '/audit/export?outcome=denied&format=jsonl'));

    expect(csv.text.split(reason)).toHaveLength(3);
    expect(lines.text.split(reason)).toHaveLength(3);
  });

  test('is for administrators of the platform, and for reads only', async () => {
    expect(await mark(partner)).toMatchObject({ status: 404 });
    expect(await mark(world.founder, { action: 'organisation.edit' })).toMatchObject({
      status: 422,
    });
    expect(await mark(world.founder, { reason: ' ' })).toMatchObject({ status: 422 });
  });
});

describe('[U5] the verifier', () => {
  const verify = () => verifyChain(world.em, findAuditKey(world.server.running.context.config));

  test('finds an audit with marks whole', async () => {
    expect(await verify()).toMatchObject({ broken: null });
  });

  test.each([
    [
      'a mark that nobody made',
      `insert into audit_marks (record_seq, request_id, reason, at)
       values (1, 'x', 'no reason', '2026-01-01T00:00:00Z')`,
      /is marked, but no record says by whom/,
    ],
    ['another reason', `update audit_marks set reason = 'other'`, /were changed, or some are/],
    ['a mark that is gone', 'delete from audit_marks', /were changed, or some are missing/],
  ])('names %s', async (_, sql, broken) => {
    const verdict = await verdictAfter(world, (em) => em.execute(sql));

    expect(verdict.broken).toMatch(broken);
  });
});

describe('the database', () => {
  test.each(['audit_records', 'audit_marks'])('[U4] replaces nothing of %s', async (table) => {
    const key = table === 'audit_records' ? 'seq' : 'record_seq';
    const again = `insert or replace into ${table} select * from ${table} order by ${key} limit 1`;

    await expect(world.em.execute(again)).rejects.toThrow(/never replaced/);
  });
});
