import { fixedText } from '../core/words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { Role } from '../access/contract.ts';
import { Account } from '../people/contract.ts';
import { Id } from '../core/contract.ts';
import { Label } from '../core/line.ts';
import { maybe } from '../core/when-creating.ts';
import { OrganisationReference } from '../organisations/contract.ts';

/** How long a token lives at most. */
export const MOST_TOKEN_DAYS = 365;

/** What every token begins with, so that one that leaked is recognised. */
export const TOKEN_PREFIX = 'cnp_';

/** A key for programs: one role at one organisation, in the name of one account. */
export const Token = z.object({
  id: Id,
  name: z.string(),
  role: Role,
  organisation: OrganisationReference,
  /**
   * As whom it acts: whoever made it, or a machine account. It opens no more than a person could
   * give away, or a machine account holds, at any time.
   */
  maker: z.object({ id: Id, displayName: z.string() }),
  /** Who made it, under the name of then, and the level at which the role stood that let them. */
  madeBy: z.object({ id: Id, displayName: z.string() }).nullable(),
  madeFrom: OrganisationReference.nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** The last use, to the minute; `null` where there was none. */
  lastUsedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type Token = z.infer<typeof Token>;

/**
 * What those above would still have inside an organisation that closes: programs and invited people
 * whom they added, and tokens that they made. It ends with the closing, but for what is kept.
 */
export const ClosingPreview = z.object({
  accounts: z.array(
    Account.pick({ id: true, displayName: true, email: true, type: true, status: true }).extend({
      addedBy: z.object({ id: Id, displayName: z.string() }).nullable(),
      addedFrom: OrganisationReference.nullable(),
    }),
  ),
  tokens: z.array(Token),
});
export type ClosingPreview = z.infer<typeof ClosingPreview>;

/** The fields of a token that travel in changes; `organisationId` is where it holds. */
export const TokenFields = z.object({
  accountId: Id,
  name: z.string(),
  role: Role,
  organisationId: Id,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

export const MakeToken = z.strictObject({
  name: Label,
  role: Role,
  organisationId: Id,
  /** A machine account that it acts as; its maker where none is given. */
  accountId: maybe(Id),
  expiresInDays: z
    .number()
    .int(fixedText(says.wholeDays))
    .min(1, fixedText(says.oneDay))
    .max(MOST_TOKEN_DAYS, fixedText(says.mostDays({ most: MOST_TOKEN_DAYS }))),
});
export type MakeToken = z.infer<typeof MakeToken>;

/** A token as its maker sees it once: with the text that opens. */
export const NewToken = Token.extend({ token: z.string() });
export type NewToken = z.infer<typeof NewToken>;
