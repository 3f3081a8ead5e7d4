import { fixedText } from '../core/words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { CheckName, NamedCheck, said } from '../core/problem.ts';
import {
  ManagementMode,
  MfaRule,
  OrganisationReference,
  OrganisationStatus,
  SelfProvisioning,
  SelfProvisioningChoice,
  SelfProvisioningKey,
  SignInPaths,
} from '../organisations/contract.ts';
import { actionNames, topics } from './actions.ts';
import { roles } from './roles.ts';

export const Role = z.enum(roles);

export const Topic = z.enum(topics);

export const Action = z.enum(actionNames);

/** A role held at an organisation, as shown to whoever may see it. */
export const Grant = z.object({
  id: Id,
  accountId: Id,
  role: Role,
  organisation: OrganisationReference,
  account: z.object({ id: Id, displayName: z.string(), email: z.string().nullable() }),
  /** When it ends by itself; `null` for what lasts. */
  expiresAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type Grant = z.infer<typeof Grant>;

/** The fields of a grant that travel in changes; `organisationId` is where it holds. */
export const GrantFields = z.object({
  accountId: Id,
  role: Role,
  organisationId: Id,
  expiresAt: z.iso.datetime().nullable(),
});

export const GiveGrant = z.strictObject({ role: Role, organisationId: Id });
export type GiveGrant = z.infer<typeof GiveGrant>;

/** Accounts, by their ids with commas between. */
const IdList = z
  .string()
  .max(40_000)
  .regex(/^[\da-f-]{36}(,[\da-f-]{36})*$/i, fixedText(says.giveIds));

/** Whose open invitations stay, of those that the role was used to make. */
export const TakeRole = z.strictObject({ keep: IdList.optional() });
export type TakeRole = z.infer<typeof TakeRole>;

/** Another role in place of the one that is held; where and by whom stays. */
export const ChangeGrant = z.strictObject({ role: Role });
export type ChangeGrant = z.infer<typeof ChangeGrant>;

/** What whoever reaches a level sees of it, its barrier or not. */
const LevelState = OrganisationReference.extend({
  status: OrganisationStatus,
  managementMode: ManagementMode,
  lockedAt: Id.nullable(),
});

/** A link of the way down, with what decisions below it need (see `Place`). */
export const PlaceLink = LevelState.extend({
  subPartners: z.boolean(),
  selfProvisioning: SelfProvisioning,
  mfa: MfaRule.optional(),
  signInPaths: SignInPaths.optional(),
});

/** A link as far as the session may know it: whole, without its settings, or by name alone. */
export const KnownLink = z.union([PlaceLink, LevelState, OrganisationReference]);
export type KnownLink = z.infer<typeof KnownLink>;

/** What is in force at an organisation from all levels above it, whichever of them says so. */
export const InForce = z.object({
  /** `self-managed` where a barrier stands above it. */
  managementMode: ManagementMode,
  /** For a folder, whether its owner may have partners below it. */
  subPartners: z.boolean(),
  selfProvisioning: z.record(SelfProvisioningKey, SelfProvisioningChoice.exclude(['inherit'])),
  mfa: MfaRule,
  signInPaths: z.array(z.string()).readonly().nullable(),
});
export type InForce = z.infer<typeof InForce>;

/** What the session's grants open: for each, the way from the platform down to it. */
export const AccessSummary = z.object({
  chains: z.record(z.string(), z.array(KnownLink)),
  /** By the grants' organisations: what comes down to them from levels that the session may not look into. */
  above: z.record(z.string(), InForce),
});
export type AccessSummary = z.infer<typeof AccessSummary>;

export const ExplainQuery = z.strictObject({
  action: Action,
  at: Id,
  account: Id.optional(),
});
export type ExplainQuery = z.infer<typeof ExplainQuery>;

/** Accounts that hold roles: by name where the reader may see who does, else their number. */
export const Holders = z.object({
  accounts: z.array(
    z.object({
      id: Id,
      displayName: z.string(),
      role: Role,
      organisation: OrganisationReference,
    }),
  ),
  unnamed: z.number().int(),
});
export type Holders = z.infer<typeof Holders>;

/** The decision with its checks; for each that failed, what would lift it and who could. */
export const Explanation = z.object({
  allowed: z.boolean(),
  checks: z.array(NamedCheck),
  remedies: z.array(
    z.object({
      check: CheckName,
      what: z.string(),
      ...said,
      /** The nearest level at which somebody could do it; `null` where nobody could. */
      level: OrganisationReference.nullable(),
      /** Those of them whom the reader could list. */
      who: Holders.pick({ accounts: true }),
    }),
  ),
});
export type Explanation = z.infer<typeof Explanation>;

/** Asked for and granted from inside, or taken in an emergency. */
export const AccessKind = z.enum(['request', 'break-glass']);
export type AccessKind = z.infer<typeof AccessKind>;
