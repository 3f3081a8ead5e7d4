import type { AccountType } from './contract.ts';

/** Whether somebody works in the dashboard; a user has only *My services* and the own account. */
export function seesDashboard({ type }: { type: AccountType }): boolean {
  return type !== 'user';
}
