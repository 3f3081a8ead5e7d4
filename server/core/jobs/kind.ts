import type { EntityManager } from '../db/open-database.ts';
import type { Node } from '../node.ts';
import type { Step } from './checkpoint.ts';

/**
 * How often the effect of a job can happen when a process dies in the middle [J6]. `at least once`
 * is repeated until its end is known; `at most once` is not repeated once it may have happened, and
 * is shown as uncertain.
 */
export type Delivery = 'at least once' | 'at most once';

/** What a run of a job can do besides its work. */
export interface JobRun {
  readonly id: string;
  /** How often the job was begun, this run included. */
  readonly attempt: number;
  /** Notes that the effect may happen from here on; throws `LeaseLost` where another took over. */
  readonly leave: () => Promise<void>;
  /** How many rows have their outcome already. */
  readonly reached: number;
  /** By which session it acts, where it does what its starter may. */
  readonly sessionId: string | null;
  /** Notes what became of the next row, in the transaction that did it. */
  readonly checkpoint: (em: EntityManager, step: Step) => Promise<void>;
  /** Throws `Interrupted` where the node is about to stop: between two steps. */
  readonly pass: () => void;
}

/** A kind of job: what it does, and what a failure means. */
export interface JobKind<Subject = unknown> {
  readonly name: string;
  /** How long each further try waits, in milliseconds, at most; after the last the job has failed. */
  readonly retryAfter: readonly number[];
  /** Set where it works in steps: each commits with its checkpoint, and it is cancelled between them. */
  readonly isStepped?: true;
  readonly delivery: (subject: Subject) => Delivery;
  /** Ends without an error when it is done. */
  readonly run: (node: Node, subject: Subject, run: JobRun) => Promise<void>;
  /** Why a try failed, in words that may be shown: nothing of this machine. */
  readonly explain: (error: unknown) => string;
  /** Whether trying again is of no use. */
  readonly isFinal?: (error: unknown) => boolean;
  /** Whether the effect surely did not happen. */
  readonly isUndone?: (error: unknown) => boolean;
}

/** A job to queue. */
export interface NewJob<Subject> {
  kind: JobKind<Subject>;
  /** What it does, for who causes it. */
  title: string;
  /** The same for who runs the platform: nobody's name or address. */
  outline: string;
  subject: Subject;
  key?: string;
  organisationId?: string;
  /** How many rows it has; 1 where nothing is said. */
  total?: number;
  sessionId?: string;
}

/** The signal that ends a run between two steps, for whichever node goes on with it. */
export class Interrupted extends Error {
  constructor() {
    super('The server stopped.');
  }
}

/** The error that ends a run whose lease another worker took over: what it does counts no more. */
export class LeaseLost extends Error {
  constructor() {
    super('Another worker has taken the job over.');
  }
}
