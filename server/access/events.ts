import { event } from '../core/events.ts';

/** What an account may do here changed in a way that no change of a record tells its sessions. */
export const accessChanged = event<{ accountId: string }>('access: changed');

/** An account lost a role at `from`, or all of them: what it gave others by it is in doubt. */
export const rolesTaken = event<{ accountId: string; from?: string; keep?: string | undefined }>(
  'access: roles taken',
);

/** Roles were taken that had been lent on the strength of these access requests. */
export const lentRolesTaken = event<{ requestIds: readonly string[] }>('access: lent roles taken');
