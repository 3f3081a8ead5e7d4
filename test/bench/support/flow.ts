import { setTimeout as wait } from 'node:timers/promises';
import { measureMemory } from './memory.ts';
import { now } from './schedule.ts';

/** Events at a steady rate for some time. */
export interface Flow {
  perSecond: number;
  forMs: number;
}

/** What the process held before, at most meanwhile, and in the end; in bytes. */
export interface HeldWhile {
  before: number;
  most: number;
  after: number;
}

const TICK_MS = 10;
const LOOK_EVERY_MS = 250;

/** Sends the events, and looks at the memory now and then. */
export async function keepFlowing(
  { perSecond, forMs }: Flow,
  send: (index: number) => void,
): Promise<HeldWhile> {
  const before = measureMemory().held;
  let most = before;
  const begunAt = now();
  let lookedAt = begunAt;
  for (let sent = 0; now() < begunAt + forMs; await wait(TICK_MS)) {
    const due = ((now() - begunAt) * perSecond) / 1_000;
    for (; sent < due; sent += 1) send(sent);
    if (now() < lookedAt + LOOK_EVERY_MS) continue;
    most = Math.max(most, measureMemory().held);
    lookedAt = now();
  }
  return { before, most, after: measureMemory().held };
}
