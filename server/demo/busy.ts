import { setTimeout as wait } from 'node:timers/promises';
import { Colleague, Refused } from './colleague.ts';
import { type Deed, deeds, type Traces } from './deeds.ts';
import { people } from './people.ts';
import { chance } from './phrases.ts';

const SHORTEST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5_000;
const UNAUTHENTICATED = 401;

/** Those who work while somebody looks on; the others' sign-ins are left to whoever does. */
const atWork = [people.matthias, people.emre, people.claire];

/**
 * Simulated colleagues: every few seconds one of them does something plausible through the API.
 * They clear away what they make, so the tree stays the size it was however long they work.
 */
export async function startColleagues(url: string): Promise<AsyncDisposable> {
  const stop = new AbortController();
  const colleagues = atWork.map((person) => new Colleague(url, person));
  for (const colleague of colleagues) await colleague.signIn();
  const working = work(colleagues, stop.signal);
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await working;
    },
  };
}

async function work(colleagues: readonly Colleague[], signal: AbortSignal): Promise<void> {
  const traces: Traces = { organisations: [], accounts: [], grants: [] };
  while (await pause(signal)) {
    const colleague = chance(colleagues);
    const deed = chance(deeds);
    if (!colleague || !deed) return;
    const done = await attempt(colleague, deed, traces);
    if (done) process.stdout.write(`${colleague.displayName} ${done}.\n`);
  }
}

/**
 * The colleague does one thing, and says what in a sentence. A refusal is part of working with
 * others and passed over; what else goes wrong is said, and no reason to end the demo.
 */
export async function attempt(
  colleague: Colleague,
  deed: Deed,
  traces: Traces,
): Promise<string | null> {
  try {
    return await deed(colleague, traces);
  } catch (error) {
    if (!(error instanceof Refused)) return `stumbled: ${String(error)}`;
    if (error.status === UNAUTHENTICATED) await colleague.signIn().catch(() => undefined);
    return null;
  }
}

async function pause(signal: AbortSignal): Promise<boolean> {
  const length = SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS);
  return wait(length, true, { signal }).catch(() => false);
}
