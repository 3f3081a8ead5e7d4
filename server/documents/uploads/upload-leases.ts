import { setTimeout as wait } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker } from '@tus/server';
import { Refusal } from '../../../shared/core/refusals.ts';
import { SECOND } from '../../core/clock.ts';
import { type EntityManager, timeParameter } from '../../core/db/open-database.ts';
import { newId } from '../../core/new-id.ts';
import type { Node } from '../../core/node.ts';
import { every, type Timer } from '../../core/timers.ts';
import { TusError } from './tus-error.ts';

/** How long a request that says nothing keeps an upload, as when its node is gone. */
const LEASE_MS = 15 * SECOND;
/** How often a holder renews it, and looks whether another request waits. */
const RENEW_MS = SECOND;
const LOOK_AGAIN_MS = 50;
const LONGEST_WAIT_MS = 20 * SECOND;

/**
 * One request at a time writes to an upload, on whichever node: who comes later asks the one before
 * to end, so that a line that was lost unnoticed keeps nobody waiting [W4]. A lease is a row, and so
 * neither outlives its node for long nor dies with a process that another one took the number of.
 */
export class UploadLeases implements Locker {
  readonly #node: Node;
  /** Those of this node, which are asked to end without a detour. */
  readonly #here = new Map<string, () => unknown>();

  constructor(node: Node) {
    this.#node = node;
  }

  newLock(id: string): Lock {
    const token = newId();
    let renewing: Timer | undefined;
    return {
      lock: async (signal, endHolder) => {
        const latest = this.#node.clock.elapsed() + LONGEST_WAIT_MS;
        while (!(await this.#take(id, token))) {
          if (signal.aborted) throw new TusError(ERRORS.ABORTED);
          if (this.#node.clock.elapsed() > latest) throw new Refusal('server.unavailable');
          await this.#ask(id);
          await wait(LOOK_AGAIN_MS);
        }
        this.#here.set(id, endHolder);
        renewing = every(RENEW_MS, {
          log: this.#node.log,
          failure: 'the lease of an upload could not be renewed',
          run: async () => {
            if (!(await this.#renew(id, token))) await endHolder();
          },
        });
      },
      unlock: async () => {
        renewing?.cancel();
        this.#here.delete(id);
        await this.#em().execute(
          `update document_uploads set lease_token = null, lease_until = null
           where id = ? and lease_token = ?`,
          [id, token],
        );
      },
    };
  }

  async #take(id: string, token: string): Promise<boolean> {
    const em = this.#em();
    const rows = await em.execute<object[]>(
      `update document_uploads set lease_token = ?, lease_until = ?, is_lease_wanted = ?
       where id = ? and (lease_until is null or lease_until < ?) returning id`,
      [token, this.#end(em), false, id, this.#now(em)],
    );
    return rows.length > 0;
  }

  async #ask(id: string): Promise<void> {
    await this.#here.get(id)?.();
    await this.#em().execute('update document_uploads set is_lease_wanted = ? where id = ?', [
      true,
      id,
    ]);
  }

  /** Whether it may be kept: it is not lost, and nobody waits for it. */
  async #renew(id: string, token: string): Promise<boolean> {
    const em = this.#em();
    const rows = await em.execute<{ is_lease_wanted: boolean | number }[]>(
      `update document_uploads set lease_until = ? where id = ? and lease_token = ?
       returning is_lease_wanted`,
      [this.#end(em), id, token],
    );
    return rows[0] !== undefined && !rows[0].is_lease_wanted;
  }

  #now(em: EntityManager) {
    return timeParameter(em, this.#node.clock.now());
  }

  #end(em: EntityManager) {
    return timeParameter(em, new Date(this.#node.clock.now().getTime() + LEASE_MS));
  }

  #em(): EntityManager {
    return this.#node.database.em.fork();
  }
}
