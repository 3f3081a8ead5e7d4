import { isBelow } from '../organisations/path.ts';
import { rolePermits } from './decide.ts';
import type { AccessKind } from './contract.ts';
import { mayAssign, type Role } from './roles.ts';

/** A role held somewhere, and the path of where. */
interface Held {
  role: Role;
  path: string;
  expiresAt: string | null;
}

/** Access through a barrier, as what opens it: a role for a time, and how it was come by. */
export interface Lent {
  kind: AccessKind;
  role: Role;
  path: string;
}

/**
 * Whether a role carries access through a barrier: it lasts, stands above it, and could still ask
 * for it, or break the glass. Access belongs to the authority it was given on; any other role above
 * it, a reader's for one, does not keep it alive.
 */
export function carries(above: Held, { kind, role, path }: Lent): boolean {
  const action = kind === 'break-glass' ? 'access.breakGlass' : 'access.request';
  return (
    above.expiresAt === null &&
    isBelow(path, above.path) &&
    rolePermits(action, above.role) &&
    mayAssign(above.role, role)
  );
}
