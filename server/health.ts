import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from './context.ts';
import { batched } from './core/batched.ts';
import { headOf } from './core/changes/append-log.ts';
import type { EntityManager } from './core/db/open-database.ts';
import { outageOf } from './core/db/outage.ts';

/** Who asks more often is told what was found out last, as long as that was good. */
const LOOK_EVERY_MS = 1_000;

/** Who asks is answered within that time, also while the database does not answer. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * So long a write that the disk did not take counts: a small one may still fit where those of
 * people do not.
 */
const FULL_FOR_MS = 2_000;

/** So much has to fit into the data directory: mails, and how far the log is. */
const ROOM_BYTES = 64 * 1024;

const MOST_BEHIND = 1_000;

/** What `/healthz` says: whether a restart is needed. */
export type Liveness = { status: 'alive' } | { status: 'stuck'; reason: string };

/** What `/readyz` says: whether requests can be served, and why not. */
export interface Readiness {
  status: 'ready' | 'behind' | 'full' | 'unavailable';
  behind: number | null;
  reason?: string;
}

/** Only what a restart would mend: a database that is away would be no nearer after one. */
export function liveness({ isStuck }: { isStuck: boolean }): Liveness {
  return isStuck
    ? { status: 'stuck', reason: 'The change log has not been followed for half a minute.' }
    : { status: 'alive' };
}

/**
 * Whether the database can be read and written, the data directory takes files, and the dispatcher
 * keeps up with the log. Writing is tried, since a disk that is full shows in no other way.
 */
export function readinessOf({ database, feed, config, log }: Context): {
  find: () => Promise<Readiness>;
  noteFull: () => void;
} {
  let writableUntil = 0;
  let fullUntil = 0;
  const fork = () => database.em.fork() as EntityManager;

  const look = async (): Promise<Readiness> => {
    if (performance.now() < fullUntil) return full;
    const behind = Math.max(0, (await headOf(fork())) - feed.head);
    if (performance.now() > writableUntil) {
      await tryDatabase(fork());
      await tryFile(config.dataDir);
      writableUntil = performance.now() + LOOK_EVERY_MS;
    }
    if (behind <= MOST_BEHIND) return { status: 'ready', behind };
    return {
      status: 'behind',
      behind,
      reason: 'This node has changes of others to catch up with.',
    };
  };
  const once = batched(async () => {
    const found = await Promise.race([
      look().catch((error: unknown) => failed(error)),
      wait(ANSWER_WITHIN_MS, unavailable('The database does not answer.'), { ref: false }),
    ]);
    return new Map([['state' as const, found]]);
  });
  return {
    find: async () => (await once('state')) as Readiness,
    noteFull: () => {
      fullUntil = performance.now() + FULL_FOR_MS;
    },
  };

  function failed(error: unknown): Readiness {
    const outage = outageOf(error);
    if (outage === 'full') return full;
    if (outage) return unavailable('The database or the data directory cannot be used.');
    log.error({ err: error }, 'whether this node is ready could not be found out');
    return unavailable('The database cannot be asked: the log says why.');
  }
}

const full: Readiness = {
  status: 'full',
  behind: null,
  reason: 'The disk takes no more: make room.',
};

function unavailable(reason: string): Readiness {
  return { status: 'unavailable', behind: null, reason };
}

/** A row that comes and goes: a write that changes nothing would not reach the disk. */
async function tryDatabase(em: EntityManager): Promise<void> {
  await em.transactional(async (tx) => {
    await tx.execute(`insert into log_state (id, epoch, floor) select 0, epoch, 0 from log_state`);
    await tx.execute('delete from log_state where id = 0');
  });
}

async function tryFile(dataDir: string): Promise<void> {
  const file = path.join(dataDir, '.room');
  try {
    await writeFile(file, Buffer.alloc(ROOM_BYTES));
  } finally {
    await rm(file, { force: true });
  }
}
