import type { Person } from '../core/db/person.ts';
import { event } from '../core/events.ts';

/** What an account may do here changed in a way that no change of a record tells its sessions. */
export const accessChanged = event<{ accountId: string }>('access: changed');

/** An account lost a role at `from`, or all of them: what it gave others by it is in doubt. */
export const rolesTaken = event<{ accountId: string; from?: string; keep?: string | undefined }>(
  'access: roles taken',
);

/** A glass is about to be broken, which takes somebody who has shown of late who they are. */
export const glassTouched = event<{ person: Person }>('access: glass touched');
