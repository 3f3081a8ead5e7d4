import { setTimeout as wait } from 'node:timers/promises';
import type { ControlledTransaction, DatabaseConnection, Driver } from 'kysely';
import { isBusy } from './outage.ts';

/** How long a transaction waits while another program holds SQLite's write lock. */
const LONGEST_BUSY_MS = 2_000;
const BUSY_RETRY_MS = 25;

/** Connections whose `begin` failed, until they are given back. */
const failedBegins = new WeakMap<DatabaseConnection, unknown>();

type Begin = Driver['beginTransaction'];
type Rollback = Driver['rollbackTransaction'];

/**
 * Kysely gives a connection back only behind a `begin` or a `rollback` that succeeded: one that
 * fails would keep it for ever, and with SQLite's only connection everything else would wait for
 * ever. So for Kysely neither of them fails: this remembers that `begin` did, for `soundBegin`.
 */
export async function rememberFailure(
  connection: DatabaseConnection,
  begin: () => ReturnType<Begin>,
): Promise<void> {
  try {
    await begin();
  } catch (error) {
    failedBegins.set(connection, error);
  }
}

/**
 * A transaction that was begun is rolled back; whatever cannot be rolled back is `discard`ed with
 * its connection.
 */
export async function rollBackOr(
  connection: DatabaseConnection,
  rollback: () => ReturnType<Rollback>,
  discard: () => void,
): Promise<void> {
  if (failedBegins.delete(connection)) return;
  try {
    await rollback();
  } catch {
    discard();
  }
}

/**
 * The database begins a transaction, or gives the connection back and throws. While another program
 * holds SQLite's lock it tries again for a while, and between two tries the connection is free:
 * reading goes on, and the event loop does not stand still in SQLite's own busy handler.
 */
export async function soundBegin<T extends ControlledTransaction<unknown>>(
  begin: () => Promise<T>,
): Promise<T> {
  const limit = performance.now() + LONGEST_BUSY_MS;
  for (;;) {
    const transaction = await begin();
    const failure = await transaction
      .getExecutor()
      .provideConnection((connection) => Promise.resolve(failedBegins.get(connection)));
    if (failure === undefined) return transaction;
    await transaction.rollback().execute();
    if (!isBusy(failure) || performance.now() > limit) throw failure as Error;
    await wait(BUSY_RETRY_MS);
  }
}
