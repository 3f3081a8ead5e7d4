import { type EntityManager, p } from '@mikro-orm/core';

/** What time it is in each transaction. */
const times = new WeakMap<object, Date>();

/** The time is set for all that an entity manager writes. */
export function setTimeOf(em: object, now: Date): void {
  times.set(em, now);
}

/** The time of the transaction that writes an entity. */
export function timeOf(_entity: unknown, em: EntityManager): Date {
  return times.get(em) ?? new Date();
}

/** A column that says when the row last changed; set by every flush that changes it. */
export function updatedAtColumn() {
  return p.datetime(3).onCreate(timeOf).onUpdate(timeOf);
}
