import type { Hono } from 'hono';
import type { Publication } from './changes/publication.ts';
import type { Captured } from './changes/capture.ts';
import type { Transaction } from './db/transaction.ts';
import type { Reaction } from './events.ts';
import type { Fact } from './facts.ts';
import type { HomeSource } from './home.ts';
import type { AppEnv } from './http/router.ts';
import type { BulkAction, BulkList } from './bulk.ts';
import type { JobKind } from './jobs/kind.ts';
import type { Node } from './node.ts';
import type { SearchSource } from './search.ts';
import type { NoticeKind } from './notices.ts';

/** A feature of the server: what it adds to the product, in one value. */
export interface Feature {
  /** The name of its folder, the same in `shared/`, `server/`, `client/` and `test/`. */
  readonly name: string;
  /** Its tables. */
  readonly entities: readonly (new () => object)[];
  /** Its records that the change log and the audit know. */
  readonly publications: readonly Publication[];
  /** What it does when lower features tell of what they do. */
  readonly reactions: readonly Reaction[];
  /** Its routes below `/api`. */
  readonly routes?: (node: Node) => Hono<AppEnv>;
  /**
   * Its routes that take bytes as they come: before what guards JSON, so that they bound what they
   * take themselves.
   */
  readonly byteRoutes?: (node: Node) => Hono<AppEnv>;
  /** The paths below `/api` that an API token never reaches. */
  readonly closedToTokens?: readonly string[];
  /** What every transaction must leave in order, whichever feature wrote it; refuses, or mends. */
  readonly settle?: (tx: Transaction, captured: readonly Captured[]) => Promise<void>;
  /** The kinds of jobs that it queues. */
  readonly jobs?: readonly JobKind[];
  /** What it does to many of its records at once. */
  readonly bulkActions?: readonly BulkAction[];
  /** Its lists whose rows can be chosen whole. */
  readonly bulkLists?: readonly BulkList[];
  /** What people find of it. */
  readonly search?: readonly SearchSource[];
  /** The kinds of notices that it gives. */
  readonly notices?: readonly NoticeKind[];
  /** What it adds to people's homes. */
  readonly home?: HomeSource;
  /** What onboardings follow of it. */
  readonly facts?: readonly Fact[];
  /** What it does again and again, beside all requests. */
  readonly sweeps?: readonly Sweep[];
}

/** What is done again and again while a node runs; one that fails keeps no other from being done. */
export interface Sweep {
  /** How often, in milliseconds. */
  readonly every: number;
  /** Whether it is done once more when the node stops. */
  readonly isLast?: boolean;
  readonly run: (node: Node) => Promise<unknown>;
}
