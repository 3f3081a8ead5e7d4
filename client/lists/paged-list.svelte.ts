/* eslint-disable svelte/prefer-svelte-reactivity -- the map only orders one read, and is not watched */
import { createSubscriber } from 'svelte/reactivity';
import type { Count, Page } from '../../shared/core/paging.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { Answer } from '../core/api.ts';
import { Arrivals } from './arrivals.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Asked, Subscription } from '../live/subscription.ts';

/** An entry of a log, or a record. */
type Item = { seq: number } | { id: string };

/** One page to read: how many items, and from which cursor on. */
interface Part {
  limit: number;
  cursor: string | undefined;
}

/** The definition of a paged list: how to read it, and when to read it again. */
interface PagedSource<T, Query extends object> {
  /** The endpoint reads a part of the list, sorted and searched as its query says. */
  read: (query: Query & Part) => Promise<Answer<Page<T>>>;
  /** The live subscription while the list is on screen; none where the reader holds no role. */
  asked: Asked | undefined;
  /** Whether a change may affect which items there are, or their order. */
  concerns: (change: Change) => boolean;
  query: Query;
  /** The items to read first, where more than a page were read before. */
  atFirst?: number;
  /** The items are put into the store, which keeps them current. */
  take?: (items: readonly T[], seq: number) => void;
  /**
   * Where new rows appear: anywhere, so that all rows shown are read again; or on top of a list
   * that is sorted latest first, where they are held back while the top is out of view.
   */
  arrive?: 'anywhere' | 'on-top';
  /** Another source of new rows: it calls `look`, until the returned function is called. */
  watch?: (look: () => void) => () => void;
}

const PAGE = 50;
/** The most items in one answer of the server. */
const MOST = 200;
/** Changes come in bursts; one read answers them all. */
const PAUSE = 250;

/**
 * A list that the server sorts, searches and pages, read again when a change concerns it; meanwhile
 * the old rows stay. It serves lists that are too long or too mixed to hold whole.
 */
export class PagedList<T extends Item, Query extends object> {
  readonly arrivals: Arrivals<T>;
  readonly #live: Live;
  #source = $state.raw() as PagedSource<T, Query>;
  #items = $state.raw<readonly T[]>();
  #count = $state.raw<Count>();
  #cursor = $state.raw<string | null>(null);
  #error = $state.raw<unknown>();
  #isReading = $state(false);
  /** The number of items requested: a read for a change must not cancel a request for more. */
  #wanted = $state(0);
  #run = 0;
  /** The latest read, to be retried where it fails. */
  #latest: { count: number; from?: string } = { count: PAGE };
  #again: ReturnType<typeof setTimeout> | undefined;
  #subscription: Subscription | undefined;
  readonly #watch = createSubscriber(() => this.#start());

  constructor(live: Live, source: PagedSource<T, Query>) {
    this.#live = live;
    this.#source = source;
    this.arrivals = new Arrivals({
      items: () => this.#items ?? [],
      keyOf,
      show: (items) => {
        this.#items = items;
      },
      readAnew: () => void this.#readAnew(),
    });
  }

  get state(): 'loading' | 'ready' | 'error' {
    this.#watch();
    if (this.#items) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get items(): readonly T[] {
    this.#watch();
    return this.#items ?? [];
  }

  get error(): unknown {
    return this.#error;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Whether further rows are being read; a mere refresh keeps nobody waiting. */
  get isReadingMore(): boolean {
    return this.#isReading && this.#wanted > this.items.length;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** How many there are in all, where that is asked for. */
  get count(): Count | undefined {
    return this.#count;
  }

  get query(): Query {
    return this.#source.query;
  }

  /** The list is sorted or searched differently. */
  ask(query: Query): void {
    this.#source = { ...this.#source, query };
    this.#wanted = 0;
    void this.#read(PAGE);
  }

  /** The next page is read and appended. */
  async more(): Promise<void> {
    if (this.#cursor === null) return;
    this.#wanted = this.items.length + PAGE;
    await (this.#isReading ? this.#read(this.#wanted) : this.#read(PAGE, this.#cursor));
  }

  /** The failed read is retried: the first page, the next one, or a refresh. */
  retry(): void {
    const { count, from } = this.#latest;
    void this.#read(count, from);
  }

  /**
   * A number of items is read from a cursor, in as many requests as that takes: a list that was
   * read to the end is read to the end again, not cut to what one answer holds.
   */
  async #read(count: number, from?: string): Promise<void> {
    const run = (this.#run += 1);
    this.#latest = { count, ...(from !== undefined && { from }) };
    this.#isReading = true;
    try {
      const items = new Map(
        from === undefined ? [] : this.items.map((item) => [keyOf(item), item] as const),
      );
      const enough = items.size + count;
      let cursor = from ?? null;
      let counted: Count | undefined;
      do {
        const page = await this.#page(Math.min(MOST, enough - items.size), cursor);
        if (run !== this.#run) return;
        this.#take(page);
        for (const item of page.data.items) items.set(keyOf(item), item);
        counted ??= page.data.count;
        cursor = page.data.nextCursor;
      } while (cursor !== null && items.size < enough);
      this.arrivals.forget();
      this.#items = [...items.values()];
      this.#cursor = cursor;
      this.#count = counted ?? this.#count;
      this.#error = undefined;
    } catch (error) {
      if (run === this.#run) this.#error = error;
    } finally {
      if (run === this.#run) this.#isReading = false;
    }
  }

  /** All rows are read again, as many as are shown or requested. */
  #readAnew(): Promise<void> {
    const count = this.#items?.length ?? this.#source.atFirst ?? 0;
    return this.#read(Math.max(PAGE, this.#wanted, count));
  }

  /**
   * The first page is checked for new rows; a failure is ignored, since the connection reports it.
   */
  async #look(): Promise<void> {
    if (!this.#items) return this.#readAnew();
    if (this.#isReading) return;
    const run = this.#run;
    const page = await this.#page(PAGE, null).catch(() => undefined);
    if (run === this.#run && page) this.arrivals.take(page.data);
  }

  #page(limit: number, cursor: string | null): Promise<Answer<Page<T>>> {
    const { read, query } = this.#source;
    return read({ ...query, limit, cursor: cursor ?? undefined });
  }

  #take({ data, seq = 0 }: Answer<Page<T>>): void {
    this.#source.take?.(data.items, seq);
    if (this.#subscription) this.#live.subscriptions.learned(this.#subscription, seq);
  }

  #refresh(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => {
      void (this.#source.arrive === 'on-top' ? this.#look() : this.#readAnew());
    }, PAUSE);
  }

  #start(): () => void {
    const { asked, watch } = this.#source;
    const refresh = (): void => {
      this.#refresh();
    };
    const ends = [
      this.#live.onChanges((changes) => {
        if (changes.some((change) => this.#source.concerns(change))) refresh();
      }),
      this.#live.onConnected(refresh),
      ...(watch ? [watch(refresh)] : []),
    ];
    const subscription = asked && this.#live.subscriptions.hold(asked);
    this.#subscription = subscription;
    if (subscription) {
      void this.#live.subscriptions.ready(subscription).then(() => this.#readAnew());
    } else void this.#readAnew();
    return () => {
      for (const end of ends) end();
      clearTimeout(this.#again);
      if (subscription) this.#live.subscriptions.release(subscription);
      this.#subscription = undefined;
    };
  }
}

/** The identity of an item: a record has many entries in a log. */
function keyOf(item: Item): string | number {
  return 'seq' in item ? item.seq : item.id;
}
