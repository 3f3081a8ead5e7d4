import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the PostgreSQL that all test files share. */
    postgres: string;
  }
}

/** One PostgreSQL for all test files that run on it, each of which makes databases of its own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres();
  provide('postgres', cluster.url);
  return () => Promise.resolve(cluster[Symbol.asyncDispose]());
}
