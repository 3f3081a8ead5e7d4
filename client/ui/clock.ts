import { createSubscriber } from 'svelte/reactivity';

const EVERY = 20_000;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, EVERY);
  return () => {
    clearInterval(timer);
  };
});

let read: () => number = Date.now;

/** Times are told by another clock than this computer's, which may be wrong. */
export function setClock(clock: () => number): void {
  read = clock;
}

/** The time in milliseconds; what reads it is drawn anew as it passes. One timer for all. */
export function now(): number {
  subscribe();
  return read();
}
