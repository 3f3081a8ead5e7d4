import { said } from '../core/problem.ts';
import { fixedText } from '../core/words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { Label, line } from '../core/line.ts';
import { maybe, withDefault } from '../core/when-creating.ts';
import { providerKinds, whyNotIssuer, whyNotTenant } from './issuer.ts';

export const ProviderKind = z.enum(providerKinds);

const Issuer = z
  .string()
  .trim()
  .max(500)
  .superRefine((issuer, context) => {
    const why = whyNotIssuer(issuer);
    if (why) context.addIssue({ code: 'custom', message: why.detail, params: why });
  });
const Tenant = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .superRefine((tenant, context) => {
    const why = whyNotTenant(tenant);
    if (why) context.addIssue({ code: 'custom', message: why.detail, params: why });
  });
const ClientId = line({ max: 500, required: fixedText(says.clientId) });
/** Empty for a client that has none, and so rests on PKCE alone. */
const ClientSecret = z.string().max(2000);
const Scopes = z
  .string()
  .trim()
  .max(500)
  .regex(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/, fixedText(says.singleSpaces))
  .refine((scopes) => scopes.split(' ').includes('openid'), fixedText(says.scopeOpenid));
const USUAL_SCOPES = ['openid', 'email', 'profile'].join(' ');
const Directories = z.array(z.string().trim().toLowerCase().min(1).max(200)).max(50);
const Domain = z.string().trim().toLowerCase().min(1).max(253).nullable();

/** One check of a sign-in that was tried: what it looked at, and whether it holds. */
export const FlowCheck = z.object({
  name: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  ...said,
});
export type FlowCheck = z.infer<typeof FlowCheck>;

/** How the last test of a provider went. */
export const ProviderTest = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  checks: z.array(FlowCheck),
});
export type ProviderTest = z.infer<typeof ProviderTest>;

/** A provider of identities, as the platform's administrators see it. Its secret is never shown. */
export const Provider = z.object({
  id: Id,
  organisationId: Id,
  kind: ProviderKind,
  label: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  /** When the secret was set; `null` where there is none. */
  secretSetAt: z.iso.datetime().nullable(),
  scopes: z.string(),
  /** The directories (`tid`) whose people may sign in; empty for any, but never for Entra. */
  directories: z.array(z.string()),
  /** The domain (`hd`) whose people may sign in; `null` for any. */
  domain: z.string().nullable(),
  enabled: z.boolean(),
  test: ProviderTest.nullable(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Provider = z.infer<typeof Provider>;

/** `issuer` follows from the kind where it is left out; `tenant` is Entra's directory. */
export const NewProvider = z.strictObject({
  kind: ProviderKind,
  label: Label,
  issuer: maybe(Issuer),
  tenant: maybe(Tenant),
  clientId: ClientId,
  clientSecret: withDefault(ClientSecret, ''),
  scopes: withDefault(Scopes, USUAL_SCOPES),
  directories: withDefault(Directories, []),
  domain: Domain.default(null),
  enabled: withDefault(z.boolean(), false),
});
export type NewProvider = z.infer<typeof NewProvider>;

/** An address that somebody takes for an issuer; it may be spelt in another way, or too long. */
export const IssuerQuery = z.strictObject({ address: z.string().trim().max(500) });

/** The issuer as the provider at that address calls itself. */
export const IssuerFound = z.object({ issuer: z.string() });
export type IssuerFound = z.infer<typeof IssuerFound>;

/** A merge patch of a provider. The issuer stays: identities are known by it. */
export const EditProvider = z.strictObject({
  label: Label.optional(),
  clientId: ClientId.optional(),
  clientSecret: ClientSecret.optional(),
  scopes: Scopes.optional(),
  directories: Directories.optional(),
  domain: Domain.optional(),
  enabled: z.boolean().optional(),
});
export type EditProvider = z.infer<typeof EditProvider>;

/** A provider as it stands on a button. */
export const ProviderButton = z.object({ id: Id, label: z.string() });
export type ProviderButton = z.infer<typeof ProviderButton>;

/** Which ways in the settings allow: of the whole platform, or where an invitation leads to. */
export const Providers = z.object({
  password: z.boolean(),
  federated: z.array(ProviderButton),
});
export type Providers = z.infer<typeof Providers>;

/** A sign-in at a provider that opens one's own account. */
export const OwnIdentity = z.object({
  id: Id,
  providerId: Id,
  label: z.string(),
  /** As the provider called the person; shown, never used. */
  email: z.string(),
  /** Why it opens nothing at the moment; `null` where it does. */
  shut: z.string().nullable(),
  /** The message that `shut` is the English of. */
  reason: z.string().optional(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type OwnIdentity = z.infer<typeof OwnIdentity>;

/** Where the browser goes from here. */
export const Departure = z.object({ url: z.string() });
export type Departure = z.infer<typeof Departure>;

/** Where a browser wants to go after it comes back: a path of ours, or it is not followed. */
const Next = z.string().max(2000).optional();

export const StartQuery = z.strictObject({ next: Next });
export const StartLink = z.strictObject({ next: maybe(Next) });
export type StartLink = z.infer<typeof StartLink>;

/** The link of an invitation, whose account is to be opened by a provider. */
export const InvitationLink = z.strictObject({ token: z.string().max(200) });
export type InvitationLink = z.infer<typeof InvitationLink>;
