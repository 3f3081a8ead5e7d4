import type { Person } from '../core/db/person.ts';
import { event } from '../core/events.ts';

/** A glass is about to be broken, which takes somebody who has shown of late who they are. */
export const glassTouched = event<{ person: Person }>('access: glass touched');
