import { z } from 'zod';
import { LENGTHS } from '../core/lengths.ts';
import { AccessSummary, Grant, Role, TakeRole } from '../access/contract.ts';
import { Id } from '../core/contract.ts';
import { Email, GivenEmail } from '../core/email.ts';
import { Name } from '../core/line.ts';
import { PageQuery } from '../core/paging.ts';
import { maybe, withDefault } from '../core/when-creating.ts';
import { MfaRule } from '../organisations/contract.ts';
import { nextSteps } from './next-step.ts';

/** Who signs in: administrators use the dashboard, users only *My services*. */
const PersonType = z.enum(['administrator', 'user']);

/** People, and machines: accounts of programs, which call by API tokens and never sign in. */
export const AccountType = z.enum([...PersonType.options, 'machine']);
export type AccountType = z.infer<typeof AccountType>;

export const AccountStatus = z.enum(['invited', 'active', 'disabled']);
export type AccountStatus = z.infer<typeof AccountStatus>;

/** A password as given; what makes it acceptable is `whyNotPassword`. */
const Password = z
  .string()
  .min(1, 'Give a password.')
  .max(LENGTHS.password, 'At most 256 characters.');

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
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Account = z.infer<typeof Account>;

/** An account in the list of an organisation: with the roles that it holds there or below. */
export const AccountWithGrants = Account.extend({ grants: z.array(Grant) });
export type AccountWithGrants = z.infer<typeof AccountWithGrants>;

const FirstGrants = withDefault(z.array(z.strictObject({ role: Role })).max(1), []);

export const InviteAccount = z.strictObject({
  type: withDefault(PersonType, 'administrator'),
  email: Email,
  displayName: Name,
  grants: FirstGrants,
});
export type InviteAccount = z.infer<typeof InviteAccount>;

/** Whether mails leave this installation; where they do not, links are handed over by hand. */
export const MailState = z.object({ isSetUp: z.boolean() });
export type MailState = z.infer<typeof MailState>;

/** The link of an invitation, to be handed over by hand: a secret, answered this once. */
export const InvitationLink = z.object({ link: z.url(), expiresAt: z.iso.datetime() });
export type InvitationLink = z.infer<typeof InvitationLink>;

export const AddMachine = z.strictObject({
  type: z.literal('machine'),
  displayName: Name,
  grants: FirstGrants,
});
export type AddMachine = z.infer<typeof AddMachine>;

/** An account for somebody, who is invited, or for a program. */
export const AddAccount = z.discriminatedUnion('type', [InviteAccount, AddMachine]);
export type AddAccount = z.infer<typeof AddAccount>;

export const EditAccount = z.strictObject({ displayName: Name.optional() });
export type EditAccount = z.infer<typeof EditAccount>;

/** Who answers from then on for what programs rely on; it ends where nobody is named. */
export const DeleteAccount = TakeRole.extend({ takeOver: maybe(Id) });
export type DeleteAccount = z.infer<typeof DeleteAccount>;

/** By a role held where they were invited. */
export const InvitedQuery = z.strictObject({ from: maybe(Id) });

export const AccountQuery = PageQuery.extend({ status: AccountStatus.optional() });
export type AccountQuery = z.infer<typeof AccountQuery>;

export const SetUp = z.strictObject({
  token: z.string().max(200),
  email: Email,
  displayName: Name,
  password: Password,
  /** Of whom the platform asks a second factor from the start. */
  mfa: withDefault(MfaRule, 'nobody'),
});
export type SetUp = z.infer<typeof SetUp>;

export const SignIn = z.strictObject({
  email: GivenEmail,
  password: z.string().max(LENGTHS.password),
});
export type SignIn = z.infer<typeof SignIn>;

export const AcceptInvitation = z.strictObject({ displayName: Name, password: Password });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const ChangePassword = z.strictObject({
  current: z.string().max(LENGTHS.password),
  next: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

/** An open invitation as its holder sees it before accepting. */
export const InvitationView = z.object({
  email: z.string(),
  displayName: z.string(),
  organisation: z.string(),
  minPasswordLength: z.number().int(),
  expiresAt: z.iso.datetime(),
});
export type InvitationView = z.infer<typeof InvitationView>;

/** What still stands between a sign-in and the product. */
export const NextStep = z.enum(nextSteps);

export const SignInAnswer = z.object({ next: NextStep });
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** The caller's own session: who, with which roles, opening what, until when. */
export const SessionView = z.object({
  account: Account,
  grants: z.array(Grant),
  access: AccessSummary,
  next: NextStep,
  /** The least length of another password: shorter where a second factor is asked for. */
  minPasswordLength: z.number().int(),
  expiresAt: z.iso.datetime(),
});
export type SessionView = z.infer<typeof SessionView>;

/** One of the caller's own sessions in the list of them. */
export const OwnSession = z.object({
  id: Id,
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  address: z.string(),
  userAgent: z.string(),
});
export type OwnSession = z.infer<typeof OwnSession>;

/** A link to another password, asked for by whoever knows the address. */
export const AskPasswordReset = z.strictObject({ email: GivenEmail });
export type AskPasswordReset = z.infer<typeof AskPasswordReset>;

const LinkToken = z.string().max(200);

export const OpenPasswordReset = z.strictObject({ token: LinkToken });
export type OpenPasswordReset = z.infer<typeof OpenPasswordReset>;

export const ConfirmPasswordReset = z.strictObject({ token: LinkToken, password: Password });
export type ConfirmPasswordReset = z.infer<typeof ConfirmPasswordReset>;

/** An open link to another password, as its holder sees it. */
export const PasswordResetView = z.object({
  email: z.string(),
  displayName: z.string(),
  minPasswordLength: z.number().int(),
});
export type PasswordResetView = z.infer<typeof PasswordResetView>;

/** Where an account goes. */
export const MoveAccount = z.strictObject({ organisationId: Id });
export type MoveAccount = z.infer<typeof MoveAccount>;
