import { MINUTE } from '../clock.ts';

const MOST_OF_ONE_ACTOR = 60;
const MOST_ACTORS = 10_000;

/** Marks an attempt in the audit: the action is one of the columns that the hash covers. */
export const DENIED = ':denied';

/** The action of the audit record of an attempt that was refused. */
export function deniedAction(action: string): string {
  return `${action}${DENIED}`;
}

/**
 * Which refused attempts are written down: each actor's same attempt at the same place once a
 * minute, and so many in all, so that refusals cannot fill the disk.
 */
export class DeniedAttempts {
  #minute = 0;
  #byActor = new Map<string, Set<string>>();

  isDue(actorId: string, attempt: string, now: Date): boolean {
    const minute = Math.floor(now.getTime() / MINUTE);
    if (minute !== this.#minute || this.#byActor.size >= MOST_ACTORS) {
      this.#minute = minute;
      this.#byActor.clear();
    }
    const kept = this.#byActor.get(actorId) ?? new Set();
    this.#byActor.set(actorId, kept);
    if (kept.has(attempt) || kept.size >= MOST_OF_ONE_ACTOR) return false;
    kept.add(attempt);
    return true;
  }
}
