import { z } from 'zod';
import { Id } from '../core/contract.ts';

/** Who signs in: administrators use the dashboard, users only *My services*. */
export const PersonType = z.enum(['administrator', 'user']);

/** People, and machines: accounts of programs, which call by API tokens and never sign in. */
export const AccountType = z.enum([...PersonType.options, 'machine']);
export type AccountType = z.infer<typeof AccountType>;

export const AccountStatus = z.enum(['invited', 'active', 'disabled']);
export type AccountStatus = z.infer<typeof AccountStatus>;

/** A person who signs in, or a machine account, as shown to whoever may see the accounts of its home organisation. */
export const Account = z.object({
  id: Id,
  organisationId: Id,
  /** `null` for a machine account: nobody is behind it to be written to. */
  email: z.string().nullable(),
  displayName: z.string(),
  type: AccountType,
  status: AccountStatus,
  /**
   * Until when passwords are tried in vain, after many failures from several addresses; over where
   * it has passed. Whoever is signed in stays so, and a known device still gets in.
   */
  lockedUntil: z.iso.datetime().nullable(),
  /** The next sign-in goes no further than to another password. */
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** `null` for whoever never came in, and for machine accounts, which do not sign in. */
  lastSignInAt: z.iso.datetime().nullable(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Account = z.infer<typeof Account>;
