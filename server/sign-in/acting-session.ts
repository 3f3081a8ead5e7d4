import type { EntityManager } from '../core/db/open-database.ts';

/** The name by which a session is remembered by what goes on without it; `null` for a token. */
export async function sessionIdOf(em: EntityManager, tokenHash: string): Promise<string | null> {
  const rows = await em.execute<{ id: string }[]>('select id from sessions where token_hash = ?', [
    tokenHash,
  ]);
  return rows[0]?.id ?? null;
}

/** The session of that name, or the one that took its place; `null` where it is over. */
export async function findActing(
  em: EntityManager,
  id: string,
): Promise<{ id: string; tokenHash: string } | null> {
  const [found] = await em.execute<{ id: string; token_hash: string }[]>(
    'select id, token_hash from sessions where id = ? or renews_id = ?',
    [id, id],
  );
  return found ? { id: found.id, tokenHash: found.token_hash } : null;
}
