import type { Token } from '../../shared/tokens/contract.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { allowed, placeOf, reasonAgainst } from '../live/place.ts';

/** Why the person may not revoke a token; one that they made themselves, they always may. */
export function whyNotRevoke(
  live: Live,
  session: Session,
  { maker, organisation, role }: Token,
): string | undefined {
  if (maker.id === session.accountId) return undefined;
  const place = placeOf(live, session, organisation.id);
  return place && reasonAgainst(allowed(live, session, 'grant.revoke', place, { roles: [role] }));
}
