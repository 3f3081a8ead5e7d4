import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from '../../client/core/api.ts';
import type { Store } from '../../client/core/persisted.svelte.ts';
import { Session as ClientSession } from '../../client/core/session.svelte.ts';
import { Live } from '../../client/live/live.svelte.ts';
import type { Edit, FieldOf } from '../../client/live/edits/pending-edits.ts';
import type { LiveRecords, Single } from '../../client/live/records.ts';
import { records } from '../../shared/records.ts';
import type { Fields } from '../../shared/core/merge-patch.ts';
import type { Session } from './session.ts';
import { TabStorage } from './tab-storage.ts';

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 5;

/** A write as it left the desk. */
interface Sent {
  key: string | null;
  ifMatch: string | null;
  body: Fields;
}

/**
 * The product's own client at work, without a page and without a socket: it reads and edits
 * records over HTTP, through a network that the test can cut.
 */
export class Desk implements Disposable {
  readonly live: Live;
  readonly session: ClientSession;
  readonly sent: Sent[] = [];
  /** The most writes that were under way at one time. */
  mostAtOnce = 0;
  /** `cut`: nothing gets through. `deaf`: what is sent arrives, the answers do not. */
  network: 'up' | 'cut' | 'deaf' = 'up';
  /** Answers a write in place of the server, as something between the two may. */
  between: (() => Response) | undefined;
  /** What was settled here is told to the other tabs of this browser. */
  readonly #tabs: BroadcastChannel | undefined;
  #atOnce = 0;

  private constructor(http: Session, storage: Store, browser: string | undefined) {
    this.#tabs = browser === undefined ? undefined : new BroadcastChannel(browser);
    const api = new Api((path, init) => this.#fetch(http, path as string, init ?? {}));
    this.session = new ClientSession(api);
    this.live = new Live({
      records,
      api,
      session: this.session,
      storage: () => storage,
      ...(this.#tabs && { tabs: this.#tabs }),
      open: () => new Promise(() => undefined), // the line never comes about
    });
  }

  static async open(
    http: Session,
    storage: Store = new TabStorage(),
    browser?: string,
  ): Promise<Desk> {
    const desk = new Desk(http, storage, browser);
    await desk.session.load();
    desk.live.start();
    return desk;
  }

  /** Reads a record as it is now, as a page does that shows it. */
  async read<R extends Single>(resource: R, id: string): Promise<LiveRecords[R]> {
    const end = $effect.root(() => {
      $effect(() => {
        void this.live.record(resource, id).data;
      });
    });
    await this.until(() => this.live.store.confirmed(resource, id) !== undefined);
    end();
    return this.live.store.confirmed(resource, id) as LiveRecords[R];
  }

  /** What a page shows of a record. */
  shows<R extends Single>(resource: R, id: string): LiveRecords[R] | undefined {
    return this.live.store.get(resource, id);
  }

  /** Edits a field on the version that the desk knows; answers as soon as it is taken up. */
  edit(resource: Single, recordId: string, field: string, patch: Fields): FieldOf {
    const base = this.live.store.confirmed(resource, recordId)?.version ?? '*';
    const named = { resource, recordId, field };
    void this.live.edits.save({ ...named, label: field, patch, base });
    return named;
  }

  get waiting(): readonly Edit[] {
    return this.live.edits.all;
  }

  /** The queue has come to rest: nothing is on its way any more. */
  async settled(): Promise<void> {
    await this.until(() => this.#atOnce === 0 && this.waiting.every(isStuck));
  }

  async until(isSo: () => boolean): Promise<void> {
    const limit = performance.now() + PATIENCE_MS;
    while (!isSo()) {
      if (performance.now() > limit) throw new Error(`Still: ${JSON.stringify(this.waiting)}`);
      await sleep(LOOK_EVERY_MS);
    }
  }

  /** The tab is closed or reloaded. */
  [Symbol.dispose](): void {
    this.#tabs?.close();
    this.live.stop();
  }

  async #fetch(http: Session, path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', http.cookie);
    headers.set('origin', http.url);
    if (this.network === 'cut') throw new TypeError('fetch failed');
    const isWrite = init.method === 'PATCH';
    if (!isWrite) return fetch(`${http.url}${path}`, { ...init, headers });

    this.sent.push({
      key: headers.get('idempotency-key'),
      ifMatch: headers.get('if-match'),
      body: JSON.parse(init.body as string) as Fields,
    });
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    try {
      const response =
        this.between?.() ?? (await fetch(`${http.url}${path}`, { ...init, headers }));
      if (this.network === 'deaf') throw new TypeError('fetch failed');
      return response;
    } finally {
      this.#atOnce -= 1;
    }
  }
}

function isStuck({ state }: Edit): boolean {
  return state === 'conflict' || state === 'refused';
}
