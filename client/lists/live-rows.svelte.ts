import { createSubscriber, SvelteMap } from 'svelte/reactivity';
import type { Change } from '../../shared/live/contract.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Whereabouts } from './here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';

/** A change that somebody else just made to a row. */
export interface Deed {
  accountId: string;
  displayName: string;
  /** When it arrived here, in milliseconds. */
  at: number;
  isRemoval: boolean;
}

/** A row of a live list; one that somebody else just removed stays for a moment. */
export interface LiveRow<T> {
  id: string;
  record: T;
  deed: Deed | undefined;
}

interface RowsSource<T> {
  live: Live;
  session: Session;
  read: () => readonly T[];
  /** The id of the row that a change is about, if it is one of these. */
  concerns: (change: Change, known: readonly T[]) => string | undefined;
  /** Whether the change takes the row away (and does not merely alter it). */
  removes: (change: Change) => boolean;
}

/** The live rows of one type of record at an organisation. */
export function rowsAt<T extends { id: string }>(
  { live, session, organisationId }: Whereabouts,
  resource: string,
  read: () => readonly T[],
): LiveRows<T> {
  return new LiveRows({
    live,
    session,
    read,
    concerns: (change, known) => {
      if (change.resource !== resource) return undefined;
      const { id, organisationId: at } = change;
      return at === organisationId || known.some((record) => record.id === id) ? id : undefined;
    },
    removes: ({ op }) => op === 'delete' || op === 'leave',
  });
}

/** The duration of a highlight, and of a removed row's stay. */
const LASTS = 2_600;

/**
 * The rows of a live list, with what others just did to them: one sees a row appear, change or go,
 * and by whom, instead of a list that suddenly differs. One's own changes are not highlighted.
 */
export class LiveRows<T extends { id: string }> {
  readonly #source: RowsSource<T>;
  readonly #deeds = new SvelteMap<string, Deed>();
  readonly #removed = new SvelteMap<string, { record: T; position: number }>();
  /** The rows last shown, since a removed row can only be taken from here. */
  #shown: readonly T[] = [];
  readonly #watch = createSubscriber(() =>
    this.#source.live.onChanges((changes) => {
      for (const change of changes) this.#note(change);
    }),
  );

  constructor(source: RowsSource<T>) {
    this.#source = source;
  }

  readonly all = $derived.by<readonly LiveRow<T>[]>(() => {
    this.#watch();
    const records = this.#source.read();
    this.#shown = records;
    const rows = records.map((record) => this.#row(record));
    for (const { record, position } of this.#removed.values()) {
      if (!records.some(({ id }) => id === record.id)) rows.splice(position, 0, this.#row(record));
    }
    return rows;
  });

  #row(record: T): LiveRow<T> {
    return { id: record.id, record, deed: this.#deeds.get(record.id) };
  }

  #note(change: Change): void {
    const { session, concerns, removes } = this.#source;
    const id = concerns(change, this.#shown);
    if (id === undefined || change.actor.id === session.accountId) return;
    const isRemoval = removes(change);
    const position = this.#shown.findIndex((record) => record.id === id);
    const record = this.#shown[position];
    if (isRemoval && record) this.#removed.set(id, { record, position });
    const { id: accountId, displayName } = change.actor;
    const deed = { accountId, displayName, at: Date.now(), isRemoval };
    this.#deeds.set(id, deed);
    setTimeout(() => {
      this.#forget(id, deed);
    }, LASTS);
  }

  #forget(id: string, deed: Deed): void {
    if (this.#deeds.get(id) !== deed) return;
    this.#deeds.delete(id);
    this.#removed.delete(id);
  }
}
