import { says } from '../../shared/tokens/words.ts';
import { randomBytes } from 'node:crypto';
import { refuseField } from '../../shared/core/refusals.ts';
import { type MakeToken, type NewToken, TOKEN_PREFIX } from '../../shared/tokens/contract.ts';
import { requireGrantableAt } from '../access/give-grant.ts';
import { loadBearers } from './load-bearers.ts';
import { requireAccount } from '../access/require-account.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { hashToken } from '../sign-in/sessions.ts';
import { DAY } from '../core/clock.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { actingLevel } from '../organisations/acting-level.ts';
import { requireOrganisation } from '../organisations/require-organisation.ts';
import { Token } from './token.entity.ts';
import { type LocatedToken, viewTokens } from './view-tokens.ts';

/**
 * The caller makes a token of a role that its maker may give away: a token is a role given to a
 * program. It acts as its maker, or as a machine account that the maker administers and that holds
 * as much. Its text is in this answer and nowhere else, so a retry makes another instead of being
 * answered with what was kept.
 */
export function makeToken(work: Work, input: MakeToken): Promise<NewToken> {
  const text = TOKEN_PREFIX + randomBytes(32).toString('base64url');
  const tokenHash = hashToken(text);
  return work.transaction(
    'token.make',
    async (tx) => {
      const { role, name, organisationId, expiresInDays } = input;
      const { organisation, place } = await requireOrganisation(tx, organisationId, 'grant.give', {
        roles: [role],
      });
      requireGrantableAt(role, organisation.kind);
      const accountId = input.accountId ?? tx.person.accountId;
      if (accountId !== tx.person.accountId) await requireMachine(tx, accountId);
      requireRecent(tx, tx.person);

      const id = newId();
      tx.em.create(Token, {
        id,
        tokenHash,
        accountId,
        organisationId,
        role,
        name,
        madeById: tx.person.accountId,
        madeByName: tx.person.displayName,
        madeFromId: actingLevel(tx.person, 'grant.give', place, { roles: [role] }),
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + expiresInDays * DAY),
        lastUsedAt: null,
      });

      await tx.em.flush();
      await requireBacked(tx, tokenHash);
      const [made] = await viewTokens(tx.em, 'id', [id]);
      return { ...(made as LocatedToken).token, token: text };
    },
    { ignoresKey: true },
  );
}

/**
 * The check refuses accounts that the person does not administer, and those of people, who make
 * their own.
 */
async function requireMachine(tx: Transaction, accountId: string): Promise<void> {
  const { account } = await requireAccount(tx, accountId, 'account.edit');
  if (account.type === 'machine') return;
  throw refuseField('accountId', says.onlyMachines);
}

/** The check refuses a token that would open nothing from the start. */
async function requireBacked({ em, now }: Transaction, tokenHash: string): Promise<void> {
  const [[, bearer] = []] = await loadBearers(em, [tokenHash], now);
  if (bearer && bearer.grants.length > 0) return;
  throw refuseField('role', says.notBacked);
}
