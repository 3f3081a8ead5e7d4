import type { OrganisationReference } from '../../../shared/organisations/contract.ts';
import type { Session } from '../../core/session.svelte.ts';

const above: readonly string[] = ['platform', 'distributor', 'partner', 'folder'];

/** The organisations of one's roles below which others are taken on. */
export function placesAbove(session: Session): OrganisationReference[] {
  const held = session.grants.map(({ organisation }) => organisation);
  const unique = new Map(held.map((each) => [each.id, each]));
  return [...unique.values()].filter(({ kind }) => above.includes(kind));
}
