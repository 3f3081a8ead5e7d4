import type { Account } from '../../shared/people/contract.ts';
import { now } from '../ui/clock.ts';

/** Whether sign-ins by password are refused now; what asks is drawn anew when that is over. */
export function isLocked({ lockedUntil }: Pick<Account, 'lockedUntil'>): boolean {
  return lockedUntil !== null && Date.parse(lockedUntil) > now();
}
