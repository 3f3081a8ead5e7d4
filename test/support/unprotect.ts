import { type EntityManager, isPostgres } from '../../server/core/db/open-database.ts';

const tables = ['audit_records', 'audit_checkpoints', 'audit_erasures'];

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
