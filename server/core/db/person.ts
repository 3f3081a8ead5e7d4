import type { Actor } from '../../../shared/access/decide.ts';
import type { Role } from '../../../shared/access/roles.ts';
import type { NextStep } from '../../../shared/core/next-step.ts';

/** The caller as the database knows them in one transaction: their account, home and roles. */
export interface Person extends Actor {
  displayName: string;
  /** Empty for a machine account. */
  email: string;
  organisationId: string;
  homePath: string;
  grants: readonly {
    id: string;
    role: Role;
    organisationId: string;
    path: string;
    expiresAt: string | null;
    /** The access request, or the emergency access, that this role comes from. */
    accessRequestId: string | null;
  }[];
  /** Where roles are held, also those that open nothing while a branch is suspended. */
  heldPaths: readonly string[];
  /** The step that the session still owes; while it owes one, its roles open nothing. */
  next: NextStep;
  /** Whether a rule demands a second factor of the account. */
  isSecondFactorAsked: boolean;
  /** When the person last confirmed their identity, if that is known. */
  provedAt: Date | null;
  /** The API token that the person calls by, whose role is then their only one; `null` for a session. */
  token: { id: string; name: string; expiresAt: Date } | null;
}
