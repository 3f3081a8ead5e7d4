import type { BulkPreview } from '../../../shared/bulk/contract.ts';
import { wordedCheck } from '../../core/refusals.ts';

/** Why some rows cannot be changed, and how those are called. */
export interface Obstacle {
  reason: string;
  names: string[];
  /** How many are not named. */
  more: number;
}

const NAMED = 5;

/** The rows that would be refused, those together that the same check refuses; the most first. */
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
