import { decide } from '../../shared/access/decide.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { StepOwner } from '../../shared/onboarding/contract.ts';
import { timeParameter } from '../core/db/open-database.ts';
import type { Reading } from '../core/db/reading.ts';
import { locate } from '../organisations/require-organisation.ts';

interface Holding {
  display_name: string;
  role: Role;
  organisation_id: string;
}

/**
 * Somebody as the owner of a step, if they are a person, active, and may work on the onboarding
 * there now [O7].
 */
export async function mayOwn(
  { em, now }: Pick<Reading, 'em' | 'now'>,
  accountId: string,
  organisationId: string,
): Promise<StepOwner | null> {
  const held = await em.execute<Holding[]>(
    `select a.display_name, g.role, g.organisation_id
     from accounts a join grants g on g.account_id = a.id
     where a.id = ? and a.status = 'active' and a.type <> 'machine'
       and (g.expires_at is null or g.expires_at > ?)`,
    [accountId, timeParameter(em, now)],
  );
  const located = held.length > 0 ? await locate(em, organisationId) : null;
  if (!located) return null;
  const grants = held.map(({ role, organisation_id: id }) => ({ role, organisationId: id }));
  if (!decide({ accountId, grants }, 'onboarding.edit', located.place).allowed) return null;
  return { id: accountId, displayName: held[0]?.display_name ?? '' };
}
