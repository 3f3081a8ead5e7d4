import { createSubscriber } from 'svelte/reactivity';
import type { Change } from '../../shared/live/contract.ts';
import type { Notice, Notices } from '../../shared/notices/contract.ts';
import { listNotices, readNotice, readNotices } from '../../shared/notices/endpoints.ts';
import type { Api } from '../core/api.ts';
import { whileAttended } from '../core/attention.ts';
import type { Live } from '../live/live.svelte.ts';

/** News comes in bursts; one read answers them all, after so many milliseconds. */
const PAUSE = 400;
/** What nothing follows is looked for every so many signs of `whileAttended`. */
const EVERY = 6;

/** The changes that may tell somebody something, by the records that notices are about. */
export const telling: Readonly<Record<string, (change: Change) => boolean>> = {
  grant: () => true,
  accessRequest: () => true,
  onboardingStep: ({ fields }) => 'owner' in fields,
  onboardingNote: ({ op }) => op !== 'update',
};

/**
 * What this person was told of, and how much of it is unread: always as the server counts it, so
 * that the bell says the same in every window.
 */
export class Inbox {
  readonly #api: Api;
  readonly #live: Live;
  readonly #look: typeof whileAttended;
  #notices = $state.raw<Notices>();
  #error = $state.raw<unknown>();
  #run = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #watch = createSubscriber(() => this.#follow());

  constructor(api: Api, live: Live, look = whileAttended) {
    this.#api = api;
    this.#live = live;
    this.#look = look;
  }

  get state(): 'loading' | 'ready' | 'error' {
    this.#watch();
    if (this.#notices) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get error(): unknown {
    return this.#error;
  }

  get items(): readonly Notice[] {
    this.#watch();
    return this.#notices?.items ?? [];
  }

  get unread(): number {
    this.#watch();
    return this.#notices?.unread ?? 0;
  }

  retry(): void {
    void this.#read();
  }

  /** The inbox takes as read what is shown, and nothing that came since. */
  async readAll(): Promise<void> {
    const upTo = Math.max(0, ...this.items.map(({ seq }) => seq));
    await this.#api.call(readNotices, { body: { upTo } });
    await this.#read();
  }

  async readOne({ id, readAt }: Notice): Promise<void> {
    if (readAt !== null) return;
    await this.#api.call(readNotice, { id });
    await this.#read();
  }

  #follow(): () => void {
    const again = (): void => {
      this.#readSoon();
    };
    let signs = 0;
    const ends = [
      this.#live.onChanges((changes) => {
        if (changes.some((change) => telling[change.resource]?.(change))) again();
      }),
      this.#live.onAccess(again),
      this.#live.onConnected(again),
      this.#look(() => {
        signs += 1;
        if (signs % EVERY === 0) again();
      }),
    ];
    void this.#read();
    return () => {
      this.#run += 1;
      clearTimeout(this.#again);
      this.#again = undefined;
      for (const end of ends) end();
    };
  }

  #readSoon(): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      void this.#read();
    }, PAUSE);
  }

  async #read(): Promise<void> {
    const run = (this.#run += 1);
    try {
      const { data } = await this.#api.call(listNotices);
      if (run !== this.#run) return;
      this.#notices = data;
      this.#error = undefined;
    } catch (error) {
      if (run === this.#run) this.#error = error;
    }
  }
}

const inboxes = new WeakMap<Live, Inbox>();

/** The inbox of a page: the bell and the list show the same one, whichever of them comes first. */
export function inboxOf(api: Api, live: Live): Inbox {
  const inbox = inboxes.get(live) ?? new Inbox(api, live);
  inboxes.set(live, inbox);
  return inbox;
}
