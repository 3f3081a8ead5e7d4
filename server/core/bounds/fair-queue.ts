import { says } from '../../../shared/core/words.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { SECOND } from '../clock.ts';

/** Who waits: strangers by their network; those who are known (a device, a session) by that. */
export interface Waiter {
  key: string;
  isKnown: boolean;
}

export interface QueueLimits {
  /** So many run at once. */
  atOnce: number;
  /** So many wait in all, */
  longest: number;
  /** and so many of one key. */
  longestOfOne: number;
}

/** Nobody waits longer than this; who asked so long ago has given up. */
const OLDEST = 5 * SECOND;
/** After so many of those who are known it is a stranger's turn, if one waits. */
const KNOWN_IN_A_ROW = 3;

interface Entry {
  since: number;
  start: () => void;
  refuse: (refusal: Refusal) => void;
}

/**
 * A queue for costly work that strangers can ask for. It is short, and says so at the door rather
 * than growing; keys take turns, so that one that asks a thousand times delays only itself; and
 * those who are known go ahead of strangers.
 */
export class FairQueue {
  readonly #limits: QueueLimits;
  readonly #elapsed: () => number;
  readonly #known = new Map<string, Entry[]>();
  readonly #strangers = new Map<string, Entry[]>();
  #running = 0;
  #waiting = 0;
  #knownInARow = 0;

  constructor(limits: QueueLimits, elapsed: () => number) {
    this.#limits = limits;
    this.#elapsed = elapsed;
  }

  get size(): number {
    return this.#waiting;
  }

  async run<T>({ key, isKnown }: Waiter, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#limits.atOnce) await this.#turn(key, isKnown);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turn(key: string, isKnown: boolean): Promise<void> {
    const lines = isKnown ? this.#known : this.#strangers;
    const line = lines.get(key) ?? [];
    if (line.length >= this.#limits.longestOfOne) throw busy();
    if (this.#waiting >= this.#limits.longest && !this.#makeRoom(line.length, isKnown)) {
      throw busy();
    }
    lines.set(key, line);
    this.#waiting += 1;
    return new Promise((start, refuse) => line.push({ since: this.#elapsed(), start, refuse }));
  }

  /**
   * The queue turns away the last of the stranger who has most in line, for somebody who has fewer.
   */
  #makeRoom(own: number, isKnown: boolean): boolean {
    let longest: [string, Entry[]] | undefined;
    for (const each of this.#strangers) {
      if (!longest || each[1].length > longest[1].length) longest = each;
    }
    if (!longest || (!isKnown && longest[1].length <= own + 1)) return false;
    const [key, line] = longest;
    line.pop()?.refuse(busy());
    if (line.length === 0) this.#strangers.delete(key);
    this.#waiting -= 1;
    return true;
  }

  #next(): void {
    for (let entry = this.#shift(); entry; entry = this.#shift()) {
      this.#waiting -= 1;
      if (this.#elapsed() - entry.since <= OLDEST) {
        entry.start();
        return;
      }
      entry.refuse(busy());
    }
    this.#running -= 1;
  }

  #shift(): Entry | undefined {
    const isStrangersTurn = this.#knownInARow >= KNOWN_IN_A_ROW && this.#strangers.size > 0;
    if (this.#known.size > 0 && !isStrangersTurn) {
      this.#knownInARow += 1;
      return shiftFrom(this.#known);
    }
    this.#knownInARow = 0;
    return shiftFrom(this.#strangers);
  }
}

/** The next of the key whose turn it is; the key then goes to the end. */
function shiftFrom(lines: Map<string, Entry[]>): Entry | undefined {
  const first = lines.entries().next().value;
  if (!first) return undefined;
  const [key, line] = first;
  const entry = line.shift();
  lines.delete(key);
  if (line.length > 0) lines.set(key, line);
  return entry;
}

function busy(): Refusal {
  return new Refusal('server.unavailable', says.busySigningIn);
}
