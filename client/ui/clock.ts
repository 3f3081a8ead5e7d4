import { createSubscriber } from 'svelte/reactivity';

const EVERY = 20_000;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, EVERY);
  return () => {
    clearInterval(timer);
  };
});

/** The time in milliseconds; what reads it is drawn anew as it passes. One timer for all. */
export function now(): number {
  subscribe();
  return Date.now();
}
