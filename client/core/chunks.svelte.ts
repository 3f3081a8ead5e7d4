import { createContext } from 'svelte';

/** Whether the server answers; rejects where nobody does. */
type Reach = () => Promise<unknown>;
/** The function around an `import()`. */
export type Importing<T> = () => Promise<T>;

interface Surroundings {
  reach: Reach;
  /** The page begins again from the server, with whatever it serves now. */
  startOver: () => void;
  /** Names the release that runs, which is the one that was started over from. */
  release: string;
  store: () => Pick<Storage, 'getItem' | 'setItem'>;
}

const KEY = 'canopy:started-over';
const AGAIN_MS = 3_000;

/** A part of the product is not there, and starting over did not help. */
export class ChunkMissing extends Error {
  override readonly name = 'ChunkMissing';
}

/**
 * Parts of the product are loaded when they are wanted. Without a line it waits, and goes on by
 * itself when the line is back. Where the server answers but the part does not come, another
 * release is there: the page starts over, once for each release, so that a part that is missing for
 * good ends in words and not in reloads.
 */
export class Chunks {
  readonly #around: Surroundings;
  #offered: Importing<unknown>[] = [];
  #coming = $state(0);
  #waiting = $state(0);
  #isQuiet = false;
  #isStartingOver = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Something waits for the line to come back. */
  get isWaiting(): boolean {
    return this.#waiting > 0;
  }

  /** Something that somebody asked for is on its way. */
  get isComing(): boolean {
    return this.#coming > 0;
  }

  /** The loader loads what is wanted now. */
  async load<T>(importing: Importing<T>): Promise<T> {
    if (this.#isQuiet) return importing().catch(() => new Promise<never>(() => undefined));
    this.#coming += 1;
    try {
      return await this.#persist(importing);
    } finally {
      this.#coming -= 1;
    }
  }

  /**
   * The loader calls what loads parts that nobody has asked for yet: no sign is given, and nothing
   * retried.
   */
  quietly(deed: () => void): void {
    this.#isQuiet = true;
    try {
      deed();
    } finally {
      this.#isQuiet = false;
    }
  }

  /**
   * The loader remembers what is likely to be wanted, for a moment in which nothing else is to be
   * done.
   */
  offer(importing: Importing<unknown>): void {
    this.#offered.push(importing);
  }

  /** The loader loads everything that was offered. */
  loadOffered(): void {
    const offered = this.#offered;
    this.#offered = [];
    for (const importing of offered) void importing().catch(() => undefined);
  }

  async #persist<T>(importing: Importing<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await importing();
      } catch (error) {
        if (await this.#waitForLine()) attempt = 1;
        else if (attempt > 1) return this.#replace(error);
      }
    }
  }

  /** Whether there was something to wait for. */
  async #waitForLine(): Promise<boolean> {
    if (await this.#isReached()) return false;
    this.#waiting += 1;
    try {
      do await pause();
      while (!(await this.#isReached()));
      return true;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #isReached(): Promise<boolean> {
    return this.#around.reach().then(
      () => true,
      () => false,
    );
  }

  /** What is awaited then never comes, since the whole page goes. */
  #replace(error: unknown): Promise<never> {
    const never = new Promise<never>(() => undefined);
    if (this.#isStartingOver) return never;
    const { release, store, startOver } = this.#around;
    const startedOver = attempt(() => store().getItem(KEY));
    const isNoted = attempt(() => (store().setItem(KEY, release), true)) ?? false;
    if (startedOver === release || !isNoted) {
      return Promise.reject(new ChunkMissing('A part is missing.', { cause: error }));
    }
    this.#isStartingOver = true;
    // somebody with unsaved edits may be asked, and stay
    setTimeout(() => (this.#isStartingOver = false), AGAIN_MS);
    startOver();
    return never;
  }
}

/** Until the browser says that there is a line, or a moment has gone by. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, AGAIN_MS);
    addEventListener('online', done);
  });
}

/** A browser may forbid its storage. */
function attempt<T>(deed: () => T): T | undefined {
  try {
    return deed();
  } catch {
    return undefined;
  }
}

export const [getChunks, setChunks] = createContext<Chunks>();

/** For a component whose dialogs are loaded when they open, or earlier in an idle moment. */
export function later<T>(importing: Importing<T>): Importing<T> {
  getChunks().offer(importing);
  return importing;
}
