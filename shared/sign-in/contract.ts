import { fixedText } from '../core/words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { AccessSummary, Grant } from '../access/contract.ts';
import { Id } from '../core/contract.ts';
import { GivenEmail } from '../core/email.ts';
import { LENGTHS } from '../core/lengths.ts';
import { Name } from '../core/line.ts';
import { Account } from '../people/contract.ts';
import { nextSteps } from '../core/next-step.ts';

/** A password as given; what makes it acceptable is `whyNotPassword`. */
export const Password = z
  .string()
  .min(1, fixedText(says.givePassword))
  .max(LENGTHS.password, fixedText(says.passwordTooLong));

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
