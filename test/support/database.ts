import { createDatabase, dropDatabase } from './postgres.ts';

let cluster: string | null = null;

/** From now on the servers of this process run on the PostgreSQL at this address. */
export function usePostgres(url: string): void {
  cluster = url;
}

/** Whether the servers of this process run on PostgreSQL. */
export function isOnPostgres(): boolean {
  return cluster !== null;
}

/**
 * The address of a new database, empty or a copy; `null` stands for a SQLite file in the data
 * directory.
 */
export async function createTestDatabase(original?: string | null): Promise<string | null> {
  return cluster ? createDatabase(cluster, original ?? undefined) : null;
}

/** Removes what `createTestDatabase` made. */
export async function dropTestDatabase(database: string | null): Promise<void> {
  if (cluster && database) await dropDatabase(cluster, database);
}
