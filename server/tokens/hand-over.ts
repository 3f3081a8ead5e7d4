import { says } from '../../shared/tokens/words.ts';
import { refuseField } from '../../shared/core/refusals.ts';
import { loadBearers } from './load-bearers.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { newId } from '../core/new-id.ts';
import { Token } from './token.entity.ts';
import { type LocatedToken, viewTokens } from './view-tokens.ts';

/**
 * Another account answers for tokens that were just taken out: programs go on with the texts that
 * they have. In the log and the audit these are other tokens, since they act as somebody else;
 * sockets that were open come back as them. Those that expired stay out.
 */
export async function handOver(
  tx: Transaction,
  tokens: readonly Token[],
  heirId: string,
): Promise<void> {
  for (const {
    tokenHash,
    organisationId,
    role,
    name,
    madeById,
    madeByName,
    madeFromId,
    createdAt,
    expiresAt,
    lastUsedAt,
  } of tokens) {
    if (expiresAt <= tx.now) continue;
    const id = newId();
    tx.em.create(Token, {
      id,
      tokenHash,
      accountId: heirId,
      organisationId,
      role,
      name,
      madeById,
      madeByName,
      madeFromId,
      createdAt,
      expiresAt,
      lastUsedAt,
    });
    await tx.em.flush();
    await requireBearable(tx, id, tokenHash);
  }
}

/**
 * The check refuses an heir whose own roles do not carry the token: it would fall silent unnoticed.
 */
async function requireBearable({ em, now }: Transaction, id: string, tokenHash: string) {
  const [[, bearer] = []] = await loadBearers(em, [tokenHash], now);
  if (bearer && bearer.grants.length > 0) return;
  const [made] = await viewTokens(em, 'id', [id]);
  const { name, role, organisation, maker } = (made as LocatedToken).token;
  const given = { token: name, role, organisation: organisation.displayName };
  throw refuseField('takeOver', says.cannotTakeOver({ maker: maker.displayName, ...given }));
}
