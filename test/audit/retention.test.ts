import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { sequenceCursors } from '../../server/core/db/cursors.ts';
import { AuditCheckpoint } from '../../server/audit/audit-checkpoint.entity.ts';
import { AuditFloor } from '../../server/audit/audit-floor.entity.ts';
import { pruneAudit } from '../../server/audit/prune-audit.ts';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { DAY, HOUR } from '../../server/core/clock.ts';
import type { EntityManager } from '../../server/core/db/open-database.ts';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { run } from '../support/child.ts';
import { bodyOf } from '../support/session.ts';
import { unprotect, verdictAfter } from '../support/unprotect.ts';
import { createWorld, shareWorld, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const nobody = { sessionHash: null, requestId: '', address: '', userAgent: '', idempotency: null };

/** Something is recorded and signed, and then something that is not signed; and time goes by. */
async function grow(world: World, days: number): Promise<AuditCheckpoint> {
  world.clock.advance(HOUR);
  await world.signIn('platform-admin@platform');
  await world.server.running.context.checkpoints.look();
  await world.signIn('platform-admin@platform');
  world.clock.advance(days * DAY);
  const [checkpoint] = await world.em.find(AuditCheckpoint, {}, { orderBy: { number: 'desc' } });
  return checkpoint as AuditCheckpoint;
}

function prune({ server }: World, retentionDays: number | null = 90): Promise<void> {
  const { openWork, auditKey: key, log } = server.running.context;
  return pruneAudit(openWork(nobody), { key, retentionDays, log });
}

const verdictOf = (world: World) => verifyChain(world.em, world.server.running.context.auditKey);
const recordsOf = ({ em }: World) => em.find(AuditRecord, {}, { orderBy: { seq: 'asc' } });

describe('[U10] audit records that are older than the retention', () => {
  test('are let go up to a checkpoint, which is on record, and the rest is whole', async () => {
    await using world = await createWorld();
    const { recordSeq, hash, count } = await grow(world, 92);

    await prune(world);

    const [first, last, ...others] = await recordsOf(world);
    expect(first).toMatchObject({ action: 'session.signIn', previousHash: hash });
    expect(last).toMatchObject({
      action: 'audit.prune',
      actorId: 'system',
      details: { records: count, upTo: recordSeq, hash },
    });
    expect(others).toEqual([]);
    expect(await verdictOf(world)).toMatchObject({
      records: 2,
      letGoUpTo: recordSeq,
      unsigned: 2,
      broken: null,
    });
  });

  test('go again later, with the numbers going on', async () => {
    await using world = await createWorld();
    await grow(world, 92);
    await prune(world);
    const { recordSeq } = await grow(world, 92);

    await prune(world);

    expect(await world.em.count(AuditFloor)).toBe(2);
    expect(await verdictOf(world)).toMatchObject({ letGoUpTo: recordSeq, broken: null });
  });

  test('go once where two nodes look at the same time', async () => {
    await using world = await createWorld();
    await grow(world, 92);

    await Promise.all([prune(world), prune(world)]);

    expect(await world.em.count(AuditFloor)).toBe(1);
    expect(await verdictOf(world)).toMatchObject({ records: 2, broken: null });
  });

  test('go from under an erasure, which still explains what remains', async () => {
    await using world = await createWorld();
    const { account } = await (await world.signIn('partner-admin@alder')).who();
    world.clock.advance(HOUR);
    await world.server.running.context.checkpoints.look();
    await world.signIn('partner-admin@alder');
    const founder = await world.signIn('platform-admin@platform');
    bodyOf(await founder.post(`/accounts/${account.id}/erase-audit`));
    world.clock.advance(92 * DAY);

    await prune(world);

    expect(await verdictOf(world)).toMatchObject({ records: 4, erased: 1, broken: null });
  });

  test('are missing from lists, and cursors from before find their end', async () => {
    await using world = await createWorld();
    const { recordSeq } = await grow(world, 92);
    await prune(world);
    const reader = await world.signIn('platform-admin@platform');
    const cursor = sequenceCursors('audit', {}).write(recordSeq);

    const all = bodyOf(await reader.get<Page<AuditEntry>>('/audit'));
    const earlier = bodyOf(await reader.get<Page<AuditEntry>>(`/audit?cursor=${cursor}`));

    const actions = all.items.map(({ action }) => action);
    expect(actions).toEqual(['session.signIn', 'audit.prune', 'session.signIn']);
    expect(earlier).toEqual({ items: [], nextCursor: null });
  });

  test('stay where no retention is set', async () => {
    await using world = await createWorld();
    await grow(world, 3650);
    const before = await world.em.count(AuditRecord);

    await prune(world, null);

    expect(await world.em.count(AuditRecord)).toBe(before);
  });

  test('stay until another follows, which is then chained to them', async () => {
    await using world = await createWorld();
    await world.server.running.context.checkpoints.stop(); // the last record is signed
    world.clock.advance(92 * DAY);
    await prune(world);
    const before = await world.em.count(AuditFloor);
    await world.signIn('platform-admin@platform');

    await prune(world);

    expect([before, await world.em.count(AuditFloor)]).toEqual([0, 1]);
    expect(await verdictOf(world)).toMatchObject({ records: 2, broken: null });
  });

  test('stay where no checkpoint is as old', async () => {
    await using world = await createWorld({});
    world.clock.advance(92 * DAY);
    await grow(world, 0);
    const before = await world.em.count(AuditRecord);

    await prune(world);

    expect(await world.em.count(AuditRecord)).toBe(before);
  });

  test.each([
    'delete from audit_records where seq = 5',
    `update audit_records set hash = 'x' where seq = (select max(record_seq) from audit_checkpoints)`,
    `update audit_checkpoints set signature = 'x'`,
  ])('stay where they are not what was signed: %s', async (tampering) => {
    await using world = await createWorld();
    const { number } = await grow(world, 92);
    await unprotect(world.em);
    await world.em.execute(tampering);
    const before = await world.em.count(AuditRecord);

    await expect(prune(world)).rejects.toThrow(`Checkpoint ${number} does not hold`);

    expect(await world.em.count(AuditRecord)).toBe(before);
    expect(await world.em.count(AuditFloor)).toBe(0);
  });
});

test('[U10] the sweep of every hour lets them go', async () => {
  const timers = vi.spyOn(globalThis, 'setInterval');
  onTestFinished(() => {
    timers.mockRestore();
  });
  await using world = await createWorld({ auditRetentionDays: 90 });
  await grow(world, 92);

  const [sweep] = timers.mock.calls.find(([, every]) => every === HOUR) ?? [];
  sweep?.();

  await expect.poll(() => world.em.count(AuditFloor)).toBe(1);
});

describe('npm run audit:verify', () => {
  test('says up to where records were let go', async () => {
    await using world = await createWorld();
    const { recordSeq } = await grow(world, 92);
    await prune(world);
    const { dataDir, running } = world.server;
    const CANOPY_DATABASE_URL = running.context.config.databaseUrl ?? '';
    const env = { ...process.env, CANOPY_DATA_DIR: dataDir, CANOPY_DATABASE_URL };

    const { output } = await run(['npm', 'run', '--silent', 'audit:verify'], {
      cwd: ROOT,
      env,
      minutes: 1,
    });

    expect(output).toContain(`Records up to ${recordSeq} were let go after their retention.`);
    expect(output).toContain('The audit is whole.');
  });
});

const world = await shareWorld();
const floor = await grow(world, 92);
await prune(world);
const later = await grow(world, 0);
const { auditKey } = world.server.running.context;

const sql = (text: string) => (em: EntityManager) => em.execute(text);
const first = '(select min(seq) from audit_records)';
const raise = (signature: string) => async (em: EntityManager) => {
  const { number, recordSeq, hash, count, at } = later;
  await em.insert(AuditFloor, { number, recordSeq, hash, count, at, signature });
  await em.execute('delete from audit_records where seq <= ?', [recordSeq]);
};

describe('[U5] after a pruning, the verifier names', () => {
  test.each<[string, (em: EntityManager) => Promise<unknown>, string]>([
    [
      'a floor that the key did not sign',
      sql(`update audit_floors set hash = 'x'`),
      `The floor at record ${floor.recordSeq} is not signed with this key.`,
    ],
    [
      'one that was raised without the key',
      raise(later.signature),
      `The floor at record ${later.recordSeq} is not signed with this key.`,
    ],
    [
      'one that was raised with the key, but is not on record',
      raise(auditKey.sign('floor', later)),
      `The records up to ${later.recordSeq} are gone, but no record says that they were let go.`,
    ],
    [
      'one that was taken away',
      sql('delete from audit_floors'),
      `Record ${floor.recordSeq + 1} does not follow the beginning`,
    ],
    [
      'a missing record after the floor',
      sql(`delete from audit_records where seq = ${first}`),
      `does not follow record ${floor.recordSeq}:`,
    ],
    [
      'a first record that follows another',
      sql(`update audit_records set previous_hash = 'x' where seq = ${first}`),
      `Record ${floor.recordSeq + 1} does not follow record ${floor.recordSeq}:`,
    ],
    [
      'records that still stand below it',
      sql(`update audit_records set seq = 1 where seq = ${first}`),
      `Records up to ${floor.recordSeq} still stand, although they were let go.`,
    ],
    [
      'a checkpoint below it that is missing',
      sql(`delete from audit_checkpoints where number <= ${floor.number}`),
      'Checkpoint 1 is missing.',
    ],
  ])('%s', async (_, tamper, words) => {
    const { broken } = await verdictAfter(world, tamper);

    expect(broken).toContain(words);
  });
});

describe('[U4] after a pruning, the database itself', () => {
  test.each([
    `delete from audit_records where seq > ${floor.recordSeq}`,
    `update audit_floors set record_seq = record_seq + 1`,
    'delete from audit_floors',
    `insert into audit_floors select * from audit_checkpoints where number = ${floor.number}`,
    `insert into audit_floors
     select number, record_seq + 1, hash, count, at, signature
     from audit_checkpoints where number = ${later.number}`,
  ])('refuses %s', async (statement) => {
    await expect(world.em.execute(statement)).rejects.toThrow(/never/);
  });
});
