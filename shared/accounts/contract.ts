import { z } from 'zod';
import { Grant, Role, TakeRole } from '../access/contract.ts';
import { Id } from '../core/contract.ts';
import { Email } from '../core/email.ts';
import { Name } from '../core/line.ts';
import { maybe, withDefault } from '../core/when-creating.ts';
import { MfaRule } from '../organisations/contract.ts';
import { Account, PersonType } from '../people/contract.ts';
import { Password } from '../sign-in/contract.ts';

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

/** Whether the platform has to be set up before anything else. */
export const SetUpState = z.object({ needed: z.boolean() });

export const SetUp = z.strictObject({
  token: z.string().max(200),
  email: Email,
  displayName: Name,
  password: Password,
  /** Of whom the platform asks a second factor from the start. */
  mfa: withDefault(MfaRule, 'nobody'),
});
export type SetUp = z.infer<typeof SetUp>;

/** Where an account goes. */
export const MoveAccount = z.strictObject({ organisationId: Id });
export type MoveAccount = z.infer<typeof MoveAccount>;
