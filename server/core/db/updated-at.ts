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

/**
 * A column that says when the row last changed; set by every flush that changes it. A flush that
 * writes the column named by `unless` leaves it: what is only used is not changed.
 */
export function updatedAtColumn({ unless }: { unless?: string } = {}) {
  const column = p.datetime(3).onCreate(timeOf);
  if (unless === undefined) return column.onUpdate(timeOf);
  return column.onUpdate((entity: object, em: EntityManager) => {
    const row = entity as Record<string, unknown> & { updatedAt: Date };
    const before = em.getUnitOfWork().getOriginalEntityData(row) as Record<string, unknown>;
    return Number(before[unless]) === Number(row[unless]) ? timeOf(row, em) : row.updatedAt;
  });
}
