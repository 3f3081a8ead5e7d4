import { rm } from 'node:fs/promises';
import { dropTestDatabase } from './database.ts';

/** What a server that has stopped left behind, for others to begin with. */
export interface Remains {
  dataDir: string;
  databaseUrl: string | null;
}

/** Removes what nobody begins with any more. */
export async function removeRemains({ dataDir, databaseUrl }: Remains): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
  await dropTestDatabase(databaseUrl);
}
