import { expect } from 'vitest';
import { type Verdict, verifyChain } from '../../server/audit/verify-chain.ts';
import { type EntityManager, isPostgres } from '../../server/core/db/open-database.ts';
import type { World } from './world.ts';

const tables = [
  'audit_records',
  'audit_checkpoints',
  'audit_erasures',
  'audit_floors',
  'audit_marks',
];

/** Takes away what keeps the audit from being changed, as whoever owns the database can. */
export async function unprotect(em: EntityManager): Promise<void> {
  if (isPostgres(em)) {
    for (const table of tables) await em.execute(`alter table ${table} disable trigger user`);
    return;
  }
  const triggers = await em.execute<{ name: string }[]>(
    `select name from sqlite_master where type = 'trigger' and tbl_name like 'audit_%'`,
  );
  for (const { name } of triggers) await em.execute(`drop trigger ${name}`);
}

/** What the verifier says after such a change, which is then taken back. */
export async function verdictAfter(
  world: World,
  tamper: (em: EntityManager) => Promise<unknown>,
): Promise<Verdict> {
  const verdicts: Verdict[] = [];
  const rolledBack = new Error('rolled back');
  const attempt = world.em.transactional(async (em) => {
    await unprotect(em);
    await tamper(em);
    verdicts.push(await verifyChain(em, world.server.running.context.auditKey));
    throw rolledBack;
  });
  await expect(attempt).rejects.toBe(rolledBack);
  return verdicts[0] as Verdict;
}
