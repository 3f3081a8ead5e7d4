import fs from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { LogState } from '../core/changes/change.entity.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Log } from '../core/log.ts';
import { newId } from '../core/new-id.ts';
import { after, type Timer } from '../core/timers.ts';

/** The change log's epoch, and the number up to which it may have been pruned. */
export interface LogLife {
  epoch: string;
  floor: number;
}

/** The log's epoch and floor; the first read creates them. */
export async function readLife(em: EntityManager): Promise<LogLife> {
  const known = await findLife(em);
  if (known) return known;
  try {
    await em.insert(LogState, { id: 1, epoch: newId(), floor: 0 });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    // another node created the row first, and that one is read
  }
  return (await findLife(em)) as LogLife;
}

async function findLife(em: EntityManager): Promise<LogLife | null> {
  const [known] = await em.execute<{ epoch: string; floor: number | string }[]>(
    'select epoch, floor from log_state where id = 1',
  );
  return known ? { epoch: known.epoch, floor: Number(known.floor) } : null;
}

/** The log gets a new epoch: every client that followed the old one has to reset [L13]. */
export async function renewLife(em: EntityManager): Promise<LogLife> {
  await em.execute('update log_state set epoch = ? where id = 1', [newId()]);
  return readLife(em);
}

const NOTE_EVERY_MS = 1_000;

/**
 * The witness keeps in a file beside the database how far the log had come. A database restored
 * from a backup has forgotten its latest numbers and would give them to other changes.
 */
export class LogWitness {
  readonly #file: string;
  readonly #log: Log;
  #seen: { epoch: string; head: number } | null;
  #timer: Timer | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isFailing = false;

  constructor(file: string, log: Log) {
    this.#file = file;
    this.#log = log;
    this.#seen = read(file);
  }

  /** The last head that was written down; 0 where none was. */
  get remembered(): number {
    return this.#seen?.head ?? 0;
  }

  /** Whether the log of this epoch was longer before. */
  remembersMore(epoch: string, head: number): boolean {
    return this.#seen !== null && this.#seen.epoch === epoch && this.#seen.head > head;
  }

  /** The log's head is noted, and written to the file within a second. */
  note(epoch: string, head: number): void {
    this.#seen = { epoch, head };
    this.#writeSoon();
  }

  /** The note is written to the file now, and retried while that fails. */
  write(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** The note is written for the last time, and retries end. */
  async stop(): Promise<void> {
    await this.write();
    this.#timer?.cancel();
  }

  #writeSoon(): void {
    this.#timer ??= after(NOTE_EVERY_MS, {
      log: this.#log,
      failure: 'how far the change log is was not written down',
      run: () => this.write(),
    });
  }

  async #write(): Promise<void> {
    if (!this.#seen) return;
    const next = `${this.#file}.next`;
    try {
      await mkdir(path.dirname(this.#file), { recursive: true });
      await writeFile(next, JSON.stringify(this.#seen), { flush: true });
      await rename(next, this.#file);
      this.#isFailing = false;
    } catch (error) {
      const isNews = !this.#isFailing;
      this.#isFailing = true;
      if (isNews) this.#log.warn({ err: error }, 'the data directory cannot be written');
      this.#writeSoon();
    }
  }
}

function read(file: string): { epoch: string; head: number } | null {
  try {
    const seen = JSON.parse(fs.readFileSync(file, 'utf8')) as { epoch: string; head: number };
    return typeof seen.epoch === 'string' && typeof seen.head === 'number' ? seen : null;
  } catch {
    return null;
  }
}
