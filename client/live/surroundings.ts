import type { Api } from '../core/api.ts';
import type { Store } from '../core/persisted.svelte.ts';
import type { Session } from '../core/session.svelte.ts';
import type { LiveSocket } from './connection.svelte.ts';
import type { Tabs } from './edits/edit-queue.svelte.ts';

/** The dependencies of the live client. */
export interface LiveSurroundings {
  /** The types of record to follow, as their features declare them. */
  records: readonly { name: string }[];
  api: Api;
  session: Session;
  /** A factory of sockets that do not connect or reconnect by themselves. */
  open: () => Promise<LiveSocket>;
  /** The storage that keeps pending edits over a reload; by default, this tab's session storage. */
  storage?: () => Store;
  /** The channel on which tabs report the outcome of edits that they share. */
  tabs?: Tabs;
}
