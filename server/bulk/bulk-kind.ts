import { setImmediate as turn } from 'node:timers/promises';
import { says } from '../../shared/bulk/words.ts';
import type { OutcomeName } from '../../shared/core/job-state.ts';
import { says as coreSays } from '../../shared/core/jobs/words.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { MINUTE, SECOND } from '../core/clock.ts';
import type { BulkAction } from '../core/bulk.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { toRefusal } from '../core/http/errors.ts';
import { type JobKind, type JobRun, LeaseLost } from '../core/jobs/kind.ts';
import type { Node } from '../core/node.ts';
import { findActing } from '../sign-in/acting-session.ts';

/** What a job over many rows is told: the rows, and as whom it acts. */
interface Subject {
  ids: readonly string[];
  fields: unknown;
  /** The roles of the starter's that permit it; it ends with any of them. */
  grants: readonly string[];
  /** The request that started it, for the audit. */
  requestId: string;
  address: string;
  userAgent: string;
}

/** Ends a job whose starter may not go on. */
class Stopped extends Error {}

/** The kind of job that does one action to many rows. */
export function bulkKind(action: BulkAction): JobKind<Subject> & JobKind {
  const kind: JobKind<Subject> = {
    name: `bulk.${action.name}`,
    isStepped: true,
    retryAfter: [SECOND, 10 * SECOND, MINUTE, 10 * MINUTE],
    delivery: () => 'at least once',
    run: (node, subject, run) => doRows(node, action, subject, run),
    explain: (error) => (error instanceof Stopped ? error.message : coreSays.jobStuck.detail),
    isFinal: (error) => error instanceof Stopped,
  };
  return kind as JobKind<Subject> & JobKind;
}

/**
 * Row after row by the use case of the single one, as the starter and by their session of now. A
 * row, its outcome and the checkpoint commit together [J7]; a refusal is an outcome, and what
 * cannot be had at the moment, such as the database, is a try that failed.
 */
async function doRows(node: Node, action: BulkAction, subject: Subject, run: JobRun) {
  const { ids } = subject;
  let sessionId = run.sessionId ?? '';
  for (let index = run.reached; index < ids.length; index += 1) {
    run.pass();
    await turn(); // requests have their turn between two rows
    const session = await findActing(node.database.em.fork(), sessionId);
    if (!session) throw new Stopped(says.sessionOver.detail);
    sessionId = session.id;
    const row = new RowOfJob(node, { action, subject, run, index }, session.tokenHash);
    await row.do().catch((error: unknown) => {
      throw isSignedOut(error) ? new Stopped(says.sessionOver.detail) : error;
    });
  }
}

interface RowToDo {
  action: BulkAction;
  subject: Subject;
  run: JobRun;
  index: number;
}

/** One row: whatever becomes of it, its outcome is written once. */
class RowOfJob {
  readonly #node: Node;
  readonly #row: RowToDo;
  readonly #sessionHash: string;
  #isNoted = false;

  constructor(node: Node, row: RowToDo, sessionHash: string) {
    this.#node = node;
    this.#row = row;
    this.#sessionHash = sessionHash;
  }

  async do(): Promise<void> {
    const { action, subject, index } = this.#row;
    const id = subject.ids[index] as string;
    try {
      await action.run(this.#work(), id, subject.fields);
    } catch (error) {
      if (error instanceof LeaseLost || error instanceof Stopped || isSignedOut(error)) throw error;
      const refusal = toRefusal(error);
      if (refusal.status >= 503 || refusal.status === 429) throw error; // it is tried again later
      if (refusal.code === 'server.fault') {
        this.#node.log.error({ err: error, action: action.name }, 'a row of a job failed');
      }
      // else it is on record with the refused attempt
      if (!this.#isNoted) await this.#work(refusal).transaction('bulk.leave', leave);
    }
  }

  #work(refusal?: Refusal) {
    const { requestId, address, userAgent } = this.#row.subject;
    return this.#node.openWork({
      ...{ requestId, address, userAgent, sessionHash: this.#sessionHash, idempotency: null },
      along: (tx, refused) => this.#note(tx, refusal ?? refused),
    });
  }

  async #note(tx: Transaction, refused: unknown): Promise<void> {
    const { action, subject, run, index } = this.#row;
    const held = new Set(tx.person.grants.map(({ id }) => id));
    if (!subject.grants.every((id) => held.has(id))) {
      throw new Stopped(says.roleEnded.detail);
    }
    const id = subject.ids[index] as string;
    const names = await action.names(tx, [id]);
    const outcome = outcomeOf(refused);
    await run.checkpoint(tx.em, {
      row: index + 1,
      subject: id,
      title: names.get(id) ?? null,
      outcome,
      problem:
        outcome === 'refused' || outcome === 'failed' ? toRefusal(refused).toProblem() : null,
    });
    tx.afterCommit(() => {
      this.#isNoted = true;
    });
  }
}

/** Does nothing to the row: only its outcome is written. */
const leave = () => Promise.resolve();

function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.code.startsWith('auth.');
}

function outcomeOf(refused: unknown): OutcomeName {
  if (refused === undefined) return 'done';
  const { code } = toRefusal(refused);
  if (code === 'not-found') return 'missing';
  return code === 'server.fault' ? 'failed' : 'refused';
}
