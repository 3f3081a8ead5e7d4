import type { BulkPreview } from '../../../shared/bulk/contract.ts';
import { wordedCheck } from '../../core/refusals.ts';

/** A reason why some rows cannot be changed, and the names of those rows. */
export interface Obstacle {
  reason: string;
  names: string[];
  /** How many are not named. */
  more: number;
}

const NAMED = 5;

/** The rows that would be refused, grouped by the refusing check; the largest group first. */
export function byReason(rows: BulkPreview['rows']): Obstacle[] {
  const refused = rows.filter(({ allowed, title }) => !allowed && title !== null);
  const groups = Map.groupBy(refused, ({ checks }) => {
    const failed = checks.find(({ ok }) => !ok);
    return failed ? wordedCheck(failed) : '';
  });
  return [...groups]
    .map(([reason, all]) => ({
      reason,
      names: all.slice(0, NAMED).map(({ title }) => title ?? ''),
      more: Math.max(0, all.length - NAMED),
    }))
    .sort((one, other) => other.names.length + other.more - one.names.length - one.more);
}
