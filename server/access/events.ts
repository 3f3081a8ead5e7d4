import { event } from '../core/events.ts';

/** The access of an account changed without a change record: this event informs its sessions. */
export const accessChanged = event<{ accountId: string }>('access: changed');

/** An account lost a role at `from`, or all of its roles: what it gave to others is in doubt. */
export const rolesTaken = event<{ accountId: string; from?: string; keep?: string | undefined }>(
  'access: roles taken',
);

/** The temporary roles that were lent for these access requests were revoked. */
export const lentRolesTaken = event<{ requestIds: readonly string[] }>('access: lent roles taken');
