import type { PostgresCluster } from './postgres.ts';

let cluster: PostgresCluster | null = null;

/** From now on the servers of this file run on PostgreSQL. */
export function usePostgres(running: PostgresCluster): void {
  cluster = running;
}

/** Whether the servers of this file run on PostgreSQL. */
export function isOnPostgres(): boolean {
  return cluster !== null;
}

/**
 * The address of a new database, empty or a copy; `null` stands for a SQLite file in the data
 * directory.
 */
export async function createTestDatabase(original?: string | null): Promise<string | null> {
  return cluster ? cluster.createDatabase(original ?? undefined) : null;
}
