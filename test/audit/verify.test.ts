import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AuditCheckpoint } from '../../server/audit/audit-checkpoint.entity.ts';
import { findAuditKey, openAuditKey } from '../../server/audit/audit-key.ts';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { auditHash, detailsHash } from '../../server/core/changes/audit-hash.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { HOUR } from '../../server/core/clock.ts';
import type { EntityManager } from '../../server/core/db/open-database.ts';
import { run } from '../support/child.ts';
import { isOnPostgres } from '../support/database.ts';
import { unprotect, verdictAfter } from '../support/unprotect.ts';
import { createWorld, shareWorld, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const world = await shareWorld();
const { checkpoints, config } = world.server.running.context;
await checkpoints.look();
await world.create('tenant', 'alder');
world.clock.advance(HOUR);
await checkpoints.look();
const signed = await world.em.findOneOrFail(AuditCheckpoint, { number: 2 });

const sql = (text: string) => (em: EntityManager) => em.execute(text);
const seqs = `select seq from audit_records`;

describe('an audit that nobody touched', () => {
  test('is whole, and says how much of it was checked', async () => {
    const records = await world.em.count(AuditRecord);

    expect(await verifyChain(world.em, findAuditKey(config))).toEqual({
      records,
      letGoUpTo: 0,
      erased: 0,
      checkpoints: 2,
      unsigned: records - signed.count,
      broken: null,
    });
  });

  test('[U5] is signed under a key that only its owner can read', () => {
    expect(statSync(join(config.dataDir, 'audit.key')).mode & 0o777).toBe(0o600);
  });

  test('is signed under the configured key where there is one', async () => {
    const auditKey = 'a key that several nodes were given';
    await using other = await createWorld({ auditKey });
    const { context } = other.server.running;
    await context.checkpoints.look();

    const key = openAuditKey({ auditKey, dataDir: 'nowhere' });
    const verdict = await verifyChain(other.em, key);

    expect(verdict).toMatchObject({ checkpoints: 1, broken: null });
  });
});

describe('a checkpoint', () => {
  test('is not signed again before there is something to sign', async () => {
    await using other = await createWorld();
    const { context } = other.server.running;

    await context.checkpoints.look();
    await context.checkpoints.look();
    other.clock.advance(HOUR);
    await context.checkpoints.look();

    expect(await other.em.count(AuditCheckpoint)).toBe(1);
  });
});

describe('[U5] the verifier names', () => {
  test.each<[string, (em: EntityManager) => Promise<unknown>, string]>([
    [
      'a changed row',
      sql(`update audit_records set actor_id = 'nobody' where seq = 5`),
      'Record 5 was changed.',
    ],
    [
      'changed details',
      sql(`update audit_records set details = '{}' where seq = 5`),
      'The details of record 5 were changed.',
    ],
    [
      'details changed under an erasure that is not on record',
      async (em) => {
        await em.execute(`update audit_records set details = '{}', salt = 'x' where seq = 5`);
        await em.execute(
          `insert into audit_erasures (request_id, record_seq, salt, details_hash)
           values ('none', 5, 'x', '${detailsHash('x', {})}')`,
        );
      },
      'The details of record 5 were changed.',
    ],
    ['two that were swapped', swap, 'Record 5 does not follow record 4'],
    [
      'a deleted one',
      sql('delete from audit_records where seq = 5'),
      'Record 6 does not follow record 4',
    ],
    [
      'the first, deleted',
      sql('delete from audit_records where seq = 1'),
      'Record 2 does not follow the beginning',
    ],
    [
      'a tail cut off',
      sql(`delete from audit_records where seq in (${seqs} where seq > 5)`),
      `The records after 5 are missing: checkpoint 1 was signed`,
    ],
    [
      'a tail written anew, with hashes that fit',
      rewriteFrom5,
      'is not the one that checkpoint 1 was signed at',
    ],
    [
      'a forged checkpoint',
      sql(`update audit_checkpoints set hash = 'x' where number = 2`),
      `Checkpoint 2 (at record ${signed.recordSeq}) is not signed with this key.`,
    ],
    [
      'a checkpoint that is missing',
      sql(`delete from audit_checkpoints where number = 1`),
      'Checkpoint 1 is missing.',
    ],
  ])('%s', async (_, tamper, words) => {
    const { broken } = await verdictAfter(world, tamper);

    expect(broken).toContain(words);
  });

  test('signatures of another key', async () => {
    const other = openAuditKey({ auditKey: 'x'.repeat(32), dataDir: '' });

    const { broken } = await verifyChain(world.em, other);

    expect(broken).toMatch(/^Checkpoint 1 .* is not signed with this key\.$/);
  });
});

describe('[U5] npm run audit:verify', () => {
  test('checks beside a running server, and ends with 1 where something is broken', async () => {
    await using other = await createWorld();
    await other.server.running.context.checkpoints.look();

    const whole = await verify(other);
    await other.em.transactional(async (em) => {
      await unprotect(em);
      await em.execute(`update audit_records set action = 'nothing' where seq = 7`);
    });
    const broken = await verify(other);

    expect(whole.output).toMatch(/Checked \d+ records and 1 checkpoints.*\nThe audit is whole\./);
    expect(whole.exitCode).toBe(0);
    expect(broken.output).toContain('Record 7 was changed.');
    expect(broken.exitCode).toBe(1);
  });
});

describe('[U4] the database itself', () => {
  const tables = ['audit_records', 'audit_checkpoints'];

  test.each(tables)('refuses to delete from %s', async (table) => {
    await expect(world.em.execute(`delete from ${table}`)).rejects.toThrow(/never/);
  });

  test.each([
    `update audit_records set action = 'nothing' where seq = 5`,
    `update audit_records set details = '{}', salt = 'x' where seq = 5`,
    `update audit_checkpoints set hash = 'x'`,
    ...(isOnPostgres() ? tables.map((table) => `truncate ${table}`) : []),
  ])('refuses %s', async (statement) => {
    await expect(world.em.execute(statement)).rejects.toThrow(/never/);
  });
});

/** Puts the contents of two records in each other's place. */
async function swap(em: EntityManager): Promise<void> {
  for (const [from, to] of [
    [5, -1],
    [6, 5],
    [-1, 6],
  ]) {
    await em.execute('update audit_records set seq = ? where seq = ?', [to, from]);
  }
}

/** What somebody would do who owns the database but not the key. */
async function rewriteFrom5(em: EntityManager): Promise<void> {
  const records = await em.find(AuditRecord, { seq: { $gte: 5 } }, { orderBy: { seq: 'asc' } });
  let previousHash = records[0]?.previousHash ?? '';
  for (const record of records) {
    const changed = { ...record, actorId: 'nobody', previousHash };
    const hash = auditHash(changed);
    await em.execute(
      `update audit_records set actor_id = 'nobody', previous_hash = ?, hash = ? where seq = ?`,
      [previousHash, hash, record.seq],
    );
    previousHash = hash;
  }
}

function verify({ server }: World) {
  const { dataDir, running } = server;
  const { databaseUrl } = running.context.config;
  const env = {
    ...process.env,
    CANOPY_DATA_DIR: dataDir,
    CANOPY_DATABASE_URL: databaseUrl ?? '',
  };
  return run(['npm', 'run', '--silent', 'audit:verify'], { cwd: ROOT, env, minutes: 1 });
}
