import type { Api } from '../core/api.ts';
import type { Store } from '../core/persisted.svelte.ts';
import type { Session } from '../core/session.svelte.ts';
import type { LiveSocket } from './connection.svelte.ts';
import type { Tabs } from './edits/edit-queue.svelte.ts';

/** What the live data of a tab reaches beyond itself. */
export interface LiveSurroundings {
  /** The types of record that are followed, as their features declare them. */
  records: readonly { name: string }[];
  api: Api;
  session: Session;
  /** The factory makes a socket that does not connect or reconnect by itself. */
  open: () => Promise<LiveSocket>;
  /** Where edits that wait are kept over a reload: this tab's storage, where none is given. */
  storage?: () => Store;
  /** Where tabs hear what became of edits that they share. */
  tabs?: Tabs;
}
