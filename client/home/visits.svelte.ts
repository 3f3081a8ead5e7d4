import { isId } from '../../shared/core/ids.ts';
import { Persisted, type Store } from '../core/persisted.svelte.ts';

/** Who comes back within this time goes on with the same visit, in milliseconds. */
const ONE_VISIT = 30 * 60_000;
/** How many organisations are kept as opened recently. */
const MOST = 8;

interface Kept {
  /** When this person was on the home page last, in this browser, in milliseconds. */
  lastAt: number | null;
  /** When the visit before this one ended; `null` on the first. */
  before: number | null;
  /** The organisations that they opened last, by id alone, the latest first. */
  recent: readonly string[];
}

/**
 * Where somebody has been in this browser: only ids and a time, so that what is closed to them
 * meanwhile has no name here either.
 */
export class Visits {
  readonly #kept: Persisted<Kept>;

  constructor(accountId: string, store?: () => Store) {
    const nothing = { lastAt: null, before: null, recent: [] };
    this.#kept = new Persisted<Kept>(`visits:${accountId}`, nothing, isKept, store);
  }

  get recent(): readonly string[] {
    return this.#kept.current.recent;
  }

  /** When the visit before this one ended. */
  get before(): number | null {
    return this.#kept.current.before;
  }

  opened(organisationId: string): void {
    const { recent, ...kept } = this.#kept.current;
    if (recent[0] === organisationId) return;
    const others = recent.filter((id) => id !== organisationId);
    this.#kept.current = { ...kept, recent: [organisationId, ...others].slice(0, MOST) };
  }

  /** Somebody looks at the home page. */
  cameHome(now: number): void {
    const { lastAt, before, recent } = this.#kept.current;
    const isNewVisit = lastAt !== null && now - lastAt > ONE_VISIT;
    this.#kept.current = { lastAt: now, before: isNewVisit ? lastAt : before, recent };
  }
}

function isKept(value: unknown): boolean {
  const { lastAt, before, recent } = (value ?? {}) as Partial<Kept>;
  const areTimes = [lastAt, before].every((at) => at === null || typeof at === 'number');
  return (
    areTimes && Array.isArray(recent) && recent.every((id) => typeof id === 'string' && isId(id))
  );
}
