import type { Context as HttpContext } from 'hono';
import type { BulkAction, BulkList } from './bulk.ts';
import type { StrangersRecords } from './changes/strangers-records.ts';
import type { Clock } from './clock.ts';
import type { Database } from './db/open-database.ts';
import type { Caller, Work } from './db/work.ts';
import type { Config } from './env.ts';
import type { Feature } from './feature.ts';
import type { Files } from './files/files.ts';
import type { Incoming } from './files/incoming.ts';
import type { Transfers } from './http/transfers.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mail.ts';
import type { Secrets } from './secrets.ts';

/** What a feature is given of the node that it runs on. */
export interface Node {
  readonly config: Config;
  /** What the product consists of, for a feature that gathers what each one brings. */
  readonly features: readonly Feature[];
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly secrets: Secrets;
  /** Where the bytes of files are, and those of files on their way. */
  readonly files: Files;
  readonly incoming: Incoming;
  /** The long answers that it is sending. */
  readonly transfers: Transfers;
  readonly mailer: Mailer;
  readonly strangersRecords: StrangersRecords;
  /** What the first person shows who sets the platform up. */
  readonly setupToken: string;
  /** Whether people reach the node by https, so that its cookies are bound to that. */
  readonly isHttps: boolean;
  /** The address that people reach this node by; known once it listens. */
  readonly publicUrl: string;
  /** The address that the browser of a request calls this node by. */
  readonly originFor: (c: HttpContext) => string;
  /** What all features do to many records, and the lists that can be meant whole. */
  readonly bulkActions: readonly BulkAction[];
  readonly bulkLists: readonly BulkList[];
  /** Work that no request asks for, and no person does. */
  readonly openOwnWork: () => Work;
  /** Work of somebody who is not waiting for it: a job does what its starter may. */
  readonly openWork: (caller: Caller) => Work;
}
