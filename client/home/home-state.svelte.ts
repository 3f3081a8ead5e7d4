import { createSubscriber } from 'svelte/reactivity';
import type { Home } from '../../shared/home/contract.ts';
import { findHome } from '../../shared/home/endpoints.ts';
import type { Api } from '../core/api.ts';
import { whileAttended } from '../core/attention.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';

interface Surroundings {
  api: Api;
  live: Live;
  session: Session;
  /** What else may have changed it, without a word: runs again and again. */
  watch?: (look: () => void) => () => void;
}

/** Changes come in bursts, and a busy branch never rests: one read in this time, in milliseconds. */
const PAUSE = 1_000;
/** Of jobs nobody is told; they are looked at every so many signs of `whileAttended`. */
const EVERY = 6;

/**
 * What somebody's home says first, read as a whole and read anew after what happens at their
 * places: the server counts, and line and figure are of one moment.
 */
export class HomeState {
  readonly #around: Surroundings;
  #home = $state.raw<Home>();
  #error = $state.raw<unknown>();
  #run = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #watch = createSubscriber(() => this.#follow());

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get state(): 'loading' | 'ready' | 'error' {
    this.#watch();
    if (this.#home) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get data(): Home | undefined {
    this.#watch();
    return this.#home;
  }

  get error(): unknown {
    return this.#error;
  }

  retry(): void {
    void this.#read();
  }

  #follow(): () => void {
    const { live, session, watch = whileAttended } = this.#around;
    const again = (): void => {
      this.#readSoon();
    };
    let signs = 0;
    const held = session.grants.map(({ organisation }) =>
      live.subscriptions.hold({ scope: 'subtree', organisationId: organisation.id }),
    );
    const ends = [
      live.onChanges(again),
      live.onAccess(again),
      live.onConnected(again),
      watch(() => {
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
      for (const each of held) live.subscriptions.release(each);
    };
  }

  /** What comes while a read is due is read with it. */
  #readSoon(): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      void this.#read();
    }, PAUSE);
  }

  async #read(): Promise<void> {
    const run = (this.#run += 1);
    try {
      const { data } = await this.#around.api.call(findHome);
      if (run !== this.#run) return;
      this.#home = data;
      this.#error = undefined;
    } catch (error) {
      if (run === this.#run) this.#error = error;
    }
  }
}
