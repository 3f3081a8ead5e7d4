import { randomBytes } from 'node:crypto';
import { type MakeToken, type NewToken, TOKEN_PREFIX } from '../../shared/tokens/contract.ts';
import { requireGrantableAt } from '../access/give-grant.ts';
import { requireRecent } from '../accounts/require-recent.ts';
import { hashToken } from '../accounts/sessions.ts';
import { DAY } from '../core/clock.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { requireOrganisation } from '../organisations/require-organisation.ts';
import { Token } from './token.entity.ts';
import { type LocatedToken, viewTokens } from './view-tokens.ts';

/**
 * Makes a token of a role that its maker may give away: a token is a role given to a program. Its
 * text is in this answer and nowhere else, so a retry makes another instead of being answered
 * with what was kept.
 */
export function makeToken(work: Work, input: MakeToken): Promise<NewToken> {
  const text = TOKEN_PREFIX + randomBytes(32).toString('base64url');
  return work.transaction(
    'token.make',
    async (tx) => {
      const { role, name, organisationId, expiresInDays } = input;
      const { organisation } = await requireOrganisation(tx, organisationId, 'grant.give', {
        roles: [role],
      });
      requireGrantableAt(role, organisation.kind);
      requireRecent(tx, tx.person);

      const id = newId();
      tx.em.create(Token, {
        id,
        tokenHash: hashToken(text),
        accountId: tx.person.accountId,
        organisationId,
        role,
        name,
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + expiresInDays * DAY),
        lastUsedAt: null,
      });

      await tx.em.flush();
      const [made] = await viewTokens(tx.em, 'id', [id]);
      return { ...(made as LocatedToken).token, token: text };
    },
    { ignoresKey: true },
  );
}
