import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import { requireAllowed, requireVisible } from '../organisations/require-organisation.ts';
import { Token } from './token.entity.ts';
import { viewTokens } from './view-tokens.ts';

/**
 * The caller ends a token: whoever made it may, and whoever may take its role away where it holds.
 * Its open sockets are cut before this answers.
 */
export function revokeToken(work: Work, id: string): Promise<void> {
  return work.transaction(
    'token.revoke',
    async (tx) => {
      const [found] = isId(id) ? await viewTokens(tx.em, 'id', [id]) : [];
      const { accountId } = tx.person;
      if (!found) throw new Refusal('not-found');
      const { maker, organisation, role } = found.token;
      if (maker.id !== accountId) {
        const { place } = await requireVisible(tx, organisation.id);
        requireAllowed(tx, 'access.view', place);
        requireAllowed(tx, 'grant.revoke', place, { roles: [role] });
      }

      tx.em.remove(await tx.em.findOneOrFail(Token, { id }));
    },
    { changesAccess: true },
  );
}
