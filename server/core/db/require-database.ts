import { Client } from 'pg';
import { BadEnvironment } from '../env.ts';

const PATIENCE_MS = 10_000;

/** What the operator can mend, by the code that PostgreSQL or the network gives. */
const mendable: Record<string, string> = {
  '3D000': 'the database that it names does not exist on that server. Create it first',
  '28P01': 'the server refuses this user or password',
  '28000': 'the server refuses this user or password',
  ENOTFOUND: 'there is no server of that name',
};

/**
 * The start connects to PostgreSQL once before anything else does. A database that is missing is an
 * operator's mistake: made silently, it would be an empty platform in the place of the right one.
 * Throws `BadEnvironment` naming the variable for what the operator can mend.
 */
export async function requireDatabase(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined); // told by what is awaited below
  try {
    await client.connect();
  } catch (error) {
    const why = mendable[(error as { code?: string }).code ?? ''];
    throw why === undefined ? error : new BadEnvironment(`CANOPY_DATABASE_URL: ${why}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
