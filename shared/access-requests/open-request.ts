import type { AccessRequest } from './contract.ts';

/** Whether those inside have something to look at: an answer is waited for, or a glass is broken. */
export function isOpenRequest({ kind, status }: Pick<AccessRequest, 'kind' | 'status'>): boolean {
  return status === 'pending' || (status === 'approved' && kind === 'break-glass');
}
