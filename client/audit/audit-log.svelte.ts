import { createSubscriber } from 'svelte/reactivity';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Api } from '../core/api.ts';
import type { Live } from '../live/live.svelte.ts';
import { whileAttended } from './attention.ts';
import { type Chosen, exportUrl, readChosen } from './chosen.ts';

/** Which audit is read, and whose changes say that there is more of it. */
export interface AuditSource {
  /** The organisation whose audit it is, with all below; everything in scope where none is said. */
  at: string | undefined;
  /** The organisation that is followed; nothing where somebody holds no role. */
  organisationId: string | undefined;
  /** The conditions that the log begins with. */
  chosen?: Chosen;
  /** The number of records that were read when the page was here last. */
  atFirst?: number;
}

const PAGE = 50;
/** The most records that one answer of the server holds. */
const MOST = 200;
/** Changes come in bursts; one read answers them all. */
const PAUSE = 250;

/**
 * The audit, latest first. New records are looked for whenever a change arrives, and now and then
 * for those that change nothing, as a refused attempt. They go on top while the top is in sight;
 * else they wait, so that what is being read stays where it is.
 */
export class AuditLog {
  readonly #api: Api;
  readonly #live: Live;
  readonly #source: AuditSource;
  #items = $state.raw<readonly AuditEntry[]>();
  #waiting = $state.raw<Page<AuditEntry>>();
  #cursor = $state.raw<string | null>(null);
  #error = $state.raw<unknown>();
  #chosen = $state.raw<Chosen>({});
  #isReading = $state(false);
  #isAtTop = true;
  #run = 0;
  /** The read that was begun last, to be tried again where it fails. */
  #latest: { count: number; from?: string } = { count: PAGE };
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #watch = createSubscriber(() => this.#start());

  constructor(api: Api, live: Live, source: AuditSource) {
    this.#api = api;
    this.#live = live;
    this.#source = source;
    this.#chosen = source.chosen ?? {};
  }

  get state(): 'loading' | 'ready' | 'error' {
    this.#watch();
    if (this.#items) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get items(): readonly AuditEntry[] {
    return this.#items ?? [];
  }

  get error(): unknown {
    return this.#error;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  get chosen(): Chosen {
    return this.#chosen;
  }

  /** How many new records wait to be shown. */
  get waitingCount(): number {
    return this.#waiting ? this.#newIn(this.#waiting).length : 0;
  }

  /** Narrows or widens what is shown; `undefined` takes a condition away. */
  choose(conditions: Chosen): void {
    this.#chosen = { ...this.#chosen, ...conditions };
    void this.#read(PAGE);
  }

  /** Tries again what failed: the first page, the next one, or another choice. */
  retry(): void {
    const { count, from } = this.#latest;
    void this.#read(count, from);
  }

  /** Reads the next page and adds it. */
  async more(): Promise<void> {
    if (this.#cursor !== null && !this.#isReading) await this.#read(PAGE, this.#cursor);
  }

  /** The top came into sight, or went out of it. */
  seeTop(isAtTop: boolean): void {
    this.#isAtTop = isAtTop;
    if (isAtTop) this.showWaiting();
  }

  showWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.#putOnTop(waiting);
  }

  /** Where the same choice can be had as a file. */
  exportUrl(format: 'csv' | 'jsonl'): string {
    return exportUrl(this.#source.at, format, this.#chosen);
  }

  /** As many as were read before, so that one finds the place again. */
  #begin(): Promise<void> {
    return this.#read(Math.max(PAGE, this.#items?.length ?? this.#source.atFirst ?? 0));
  }

  /** Reads so many from a place on, in as many answers as that takes. */
  async #read(count: number, from?: string): Promise<void> {
    const run = (this.#run += 1);
    this.#latest = { count, ...(from !== undefined && { from }) };
    this.#isReading = true;
    try {
      const read: AuditEntry[] = [];
      let cursor = from ?? null;
      do {
        const page = await this.#fetch(Math.min(MOST, count - read.length), cursor);
        if (run !== this.#run) return;
        read.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null && read.length < count);
      this.#waiting = undefined;
      this.#items = from === undefined ? read : [...this.items, ...read];
      this.#cursor = cursor;
      this.#error = undefined;
    } catch (error) {
      if (run === this.#run) this.#error = error;
    } finally {
      if (run === this.#run) this.#isReading = false;
    }
  }

  #fetch(limit: number, cursor: string | null): Promise<Page<AuditEntry>> {
    const part = { chosen: this.#chosen, limit, cursor: cursor ?? undefined };
    return readChosen(this.#api, this.#source.at, part);
  }

  /** Looks for what is new; a failure is no news, the connection tells of it. */
  async #look(): Promise<void> {
    if (!this.#items || this.#isReading) return;
    const run = this.#run;
    const page = await this.#fetch(PAGE, null).catch(() => undefined);
    if (run !== this.#run || !page) return;
    if (this.#isAtTop) this.#putOnTop(page);
    else this.#waiting = page;
  }

  #putOnTop(page: Page<AuditEntry>): void {
    const fresh = this.#newIn(page);
    const isJoined = fresh.length < page.items.length || page.items.length === 0;
    if (isJoined || page.nextCursor === null) {
      const known = (seq: number) => page.items.find((item) => item.seq === seq);
      this.#items = [...fresh, ...this.items.map((item) => known(item.seq) ?? item)];
    } else {
      // so much is new that something may lie between it and what was shown: read as much again
      void this.#begin();
    }
  }

  #newIn({ items }: Page<AuditEntry>): readonly AuditEntry[] {
    const newest = this.items[0]?.seq ?? 0;
    return items.filter(({ seq }) => seq > newest);
  }

  #lookSoon(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#look(), PAUSE);
  }

  #start(): () => void {
    const { organisationId } = this.#source;
    const lookSoon = () => {
      this.#lookSoon();
    };
    const ends = [
      this.#live.onChanges(lookSoon),
      this.#live.onConnected(lookSoon),
      whileAttended(lookSoon),
    ];
    if (organisationId !== undefined) {
      const { subscriptions } = this.#live;
      const held = subscriptions.hold({ scope: 'subtree', organisationId });
      ends.push(() => {
        subscriptions.release(held);
      });
    }
    void this.#begin();
    return () => {
      clearTimeout(this.#again);
      for (const end of ends) end();
    };
  }
}
