import { fixedText } from '../core/words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { Country, Currency, Id, NewCurrency } from '../core/contract.ts';
import { Email } from '../core/email.ts';
import { LENGTHS } from '../core/lengths.ts';
import { line, Name } from '../core/line.ts';
import { PageQuery } from '../core/paging.ts';
import { maybe, withDefault } from '../core/when-creating.ts';
import { organisationKinds } from './hierarchy.ts';
import { mfaRules } from './mfa-rule.ts';

export const OrganisationKind = z.enum(organisationKinds);

export const OrganisationStatus = z.enum(['active', 'suspended']);
export type OrganisationStatus = z.infer<typeof OrganisationStatus>;

/** Who administers the inside: the service provider above, or only those within (the barrier). */
export const ManagementMode = z.enum(['managed', 'self-managed']);
export type ManagementMode = z.infer<typeof ManagementMode>;

export const MfaRule = z.enum(mfaRules);

/** The paths by which people sign in: `password`, or a provider's id; `null` leaves them as above. */
export const SignInPaths = z
  .array(z.string().max(50))
  .min(1, fixedText(says.oneWayIn))
  .max(50)
  .readonly()
  .nullable();

const Description = z.string().trim().max(LENGTHS.description, fixedText(says.descriptionTooLong));
const ExternalId = line({ max: LENGTHS.externalId, required: fixedText(says.externalIdEmpty) });

/** An organisation's mention: enough for a breadcrumb. */
export const OrganisationReference = z.object({
  id: Id,
  kind: OrganisationKind,
  displayName: z.string(),
});
export type OrganisationReference = z.infer<typeof OrganisationReference>;

/** The fields of an organisation that travel in changes and stand in every view. */
export const OrganisationFields = z.object({
  kind: OrganisationKind,
  parentId: Id.nullable(),
  displayName: z.string(),
  description: z.string(),
  externalId: z.string().nullable(),
  status: OrganisationStatus,
  managementMode: ManagementMode,
  /** The organisation at whose level it was locked; only that level and those above may change it. */
  lockedAt: Id.nullable(),
  /** Who suspended it, when and why, as far as that was said; `null` while it is active. */
  suspendedBy: z.string().nullable(),
  suspendedOn: z.iso.datetime().nullable(),
  suspendReason: z.string().nullable(),
  /** The same of its lock. */
  lockedBy: z.string().nullable(),
  lockedOn: z.iso.datetime().nullable(),
  lockReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** An organisation as read. `path` runs from the platform to the organisation itself. */
export const Organisation = OrganisationFields.extend({
  id: Id,
  path: z.array(OrganisationReference),
  childCount: z.number().int(),
  version: z.number().int(),
});
export type Organisation = z.infer<typeof Organisation>;

/** Why something is done, for whoever sees that it was. */
export const WithReason = z.strictObject({
  reason: z.string().trim().max(LENGTHS.reason, fixedText(says.reasonTooLong)).nullish(),
});
export type WithReason = z.infer<typeof WithReason>;

const Contact = z.strictObject({
  name: line({ max: LENGTHS.name, required: fixedText(says.contactName) }),
  email: Email,
  /** As people write it down, extensions and all: it is read by people, never dialled. */
  phone: line({ max: LENGTHS.phone }).refine(
    (phone) => phone === '' || /\p{Nd}/u.test(phone),
    fixedText(says.phone),
  ),
});

const Address = z.strictObject({
  line1: line({ max: LENGTHS.street, required: fixedText(says.street) }),
  line2: line({ max: LENGTHS.street }),
  postalCode: line({ max: LENGTHS.postalCode }),
  city: line({ max: LENGTHS.place, required: fixedText(says.city) }),
  region: line({ max: LENGTHS.place }),
  country: Country,
});

const TaxId = line({ max: LENGTHS.taxId }).nullable();

/** A billing profile as it is given when an organisation is created. */
export const NewBilling = z.strictObject({
  contact: Contact.extend({ phone: withDefault(Contact.shape.phone, '') }),
  address: Address.extend({
    line2: withDefault(Address.shape.line2, ''),
    postalCode: withDefault(Address.shape.postalCode, ''),
    region: withDefault(Address.shape.region, ''),
  }),
  currency: NewCurrency,
  taxId: TaxId.default(null),
});
export type NewBilling = z.infer<typeof NewBilling>;

/** The billing profile of a distributor, partner or tenant, versioned by itself. */
export const Billing = z.object({
  organisationId: Id,
  contact: Contact,
  address: Address,
  currency: Currency,
  taxId: TaxId,
  version: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type Billing = z.infer<typeof Billing>;

/** A merge patch of a billing profile: any of its fields, nested ones too. */
export const EditBilling = z.strictObject({
  contact: Contact.partial().optional(),
  address: Address.partial().optional(),
  currency: NewCurrency.optional(),
  taxId: TaxId.optional(),
});
export type EditBilling = z.infer<typeof EditBilling>;

/** Who is invited to administer it along with its creation. */
const FirstAdministrator = z.strictObject({ email: Email, displayName: Name });
export type FirstAdministrator = z.infer<typeof FirstAdministrator>;

/** `kind` and `parentId` decide whether `billing` is required (distributor, partner, tenant) or absent. */
export const CreateOrganisation = z.strictObject({
  kind: OrganisationKind.exclude(['platform']),
  parentId: Id,
  displayName: Name,
  description: withDefault(Description, ''),
  externalId: ExternalId.nullable().default(null),
  managementMode: withDefault(ManagementMode, 'managed'),
  billing: maybe(NewBilling),
  /** What manages itself can be entered by nobody else. */
  firstAdministrator: maybe(FirstAdministrator),
});
export type CreateOrganisation = z.infer<typeof CreateOrganisation>;

/** A merge patch of an organisation. */
export const EditOrganisation = z.strictObject({
  displayName: Name.optional(),
  description: Description.optional(),
  externalId: ExternalId.nullable()
    .optional()
    .describe('The reference of the level above: it takes a role there that may edit.'),
});
export type EditOrganisation = z.infer<typeof EditOrganisation>;

export const MoveOrganisation = z.strictObject({ parentId: Id });
export type MoveOrganisation = z.infer<typeof MoveOrganisation>;

/** An organisation that was deleted and can come back: at its old place, in the suspended state. */
export const DeletedOrganisation = z.object({
  id: Id,
  kind: OrganisationKind,
  displayName: z.string(),
  parentId: Id,
  /** Whether the parent was deleted too: it has to come back first. */
  isParentGone: z.boolean(),
  /** What is left of the way from the platform down to the parent. */
  path: z.array(OrganisationReference),
  deletedAt: z.iso.datetime(),
  deletedBy: z.object({ id: z.string(), displayName: z.string() }),
  restorableUntil: z.iso.datetime(),
});
export type DeletedOrganisation = z.infer<typeof DeletedOrganisation>;

/** The query of what was deleted: all in scope, or what stood directly below one organisation. */
export const DeletedQuery = PageQuery.extend({ parentId: Id.optional() });
export type DeletedQuery = z.infer<typeof DeletedQuery>;

/** A restored organisation, and whose accounts could not come back: their addresses are taken. */
export const RestoredOrganisation = z.object({
  organisation: Organisation,
  leftOut: z.array(z.object({ displayName: z.string(), email: z.string() })),
});
export type RestoredOrganisation = z.infer<typeof RestoredOrganisation>;

export const SetManagementMode = z.strictObject({
  /** Of what closing would end, by id: the accounts and tokens that are kept on purpose. */
  keep: z.array(Id).max(1_000).default([]),
  managementMode: ManagementMode,
});
export type SetManagementMode = z.infer<typeof SetManagementMode>;

/** The actions that may be delegated downward; each names the level that would act. */
export const SelfProvisioningKey = z.enum([
  'distributor.createPartner',
  'partner.createSubPartner',
  'partner.createTenant',
  'partner.createSubscription',
  'partner.inviteAccount',
  'tenant.createUnit',
  'tenant.createSubscription',
  'tenant.inviteAccount',
]);
export type SelfProvisioningKey = z.infer<typeof SelfProvisioningKey>;

export const SelfProvisioningChoice = z.enum(['inherit', 'allow', 'deny']);
export type SelfProvisioningChoice = z.infer<typeof SelfProvisioningChoice>;

/** What one level says of each delegated action; a missing key means `inherit`. */
export const SelfProvisioning = z.partialRecord(SelfProvisioningKey, SelfProvisioningChoice);
export type SelfProvisioning = z.infer<typeof SelfProvisioning>;

/** The settings that a platform, distributor or partner holds for those below it. */
export const OrganisationSettings = z.object({
  organisationId: Id,
  /** Whether this partner may have partners of its own; set by those above it. */
  subPartners: z.boolean(),
  selfProvisioning: SelfProvisioning,
  /** Of whom a second factor is asked, here and below; a level above may ask for more. */
  mfa: MfaRule,
  /** How people at home here and below sign in; a level above may allow less. */
  signInPaths: SignInPaths,
  version: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;

/** A merge patch of an organisation's settings. */
export const EditSettings = z.strictObject({
  subPartners: z.boolean().optional(),
  selfProvisioning: SelfProvisioning.optional(),
  mfa: MfaRule.optional(),
  signInPaths: SignInPaths.optional(),
});
export type EditSettings = z.infer<typeof EditSettings>;
