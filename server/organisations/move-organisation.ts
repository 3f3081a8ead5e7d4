import { Refusal } from '../../shared/core/refusals.ts';
import type {
  MoveOrganisation,
  Organisation as View,
} from '../../shared/organisations/contract.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { Work } from '../core/db/work.ts';
import { flushUnique } from './create-organisation.ts';
import { viewOrganisation } from './organisation-view.ts';
import { Organisation } from './organisation.entity.ts';
import { requireAllowed, requireOrganisation, requireVisible } from './require-organisation.ts';
import { below } from './visible-organisations.ts';

/**
 * Moves an organisation, and everything below it, under another parent [H6].
 *
 * Permission is needed at both ends: with only the organisation's, a partner could push its
 * tenants into a competitor; with only the parent's, it could pull them out.
 */
export function moveOrganisation(
  work: Work,
  id: string,
  { parentId }: MoveOrganisation,
): Promise<View> {
  return work.transaction(
    'organisation.move',
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, 'organisation.move');
      const parent = await requireVisible(tx, parentId);
      const descendants = await tx.em.find(Organisation, below(organisation.path));
      if (organisation.contains(parent)) {
        const message = 'An organisation cannot be moved beneath itself.';
        throw new Refusal('request.invalid', message, { errors: [{ path: 'parentId', message }] });
      }
      requireAllowed(tx, 'organisation.adopt', parent.place, {
        branch: branchOf(organisation, descendants),
      });

      const before = organisation.path;
      if (organisation.parentId !== parent.id) {
        organisation.placeUnder(parent);
        organisation.updatedAt = tx.now;
        unlockFromAbove(organisation, before);
      }
      for (const descendant of descendants) {
        descendant.path = organisation.path + descendant.path.slice(before.length);
        unlockFromAbove(descendant, before);
      }

      await flushUnique(tx);
      return viewOrganisation(tx.em, organisation);
    },
    { changesAccess: true },
  );
}

function branchOf(organisation: Organisation, descendants: readonly Organisation[]) {
  const depth = organisation.ancestry().length;
  const all = [organisation, ...descendants];
  return {
    kind: organisation.kind,
    height: Math.max(...all.map((entry) => entry.ancestry().length - depth + 1)),
    unitLevels: longestUnitRun(all),
    holds: heldForOwner(all),
  };
}

/** The kinds that no partner within the branch stands above: they belong to whoever owns its root. */
function heldForOwner(branch: readonly Organisation[]): OrganisationKind[] {
  const partners = branch.filter(({ kind }) => kind === 'partner');
  return branch
    .filter((entry) => !partners.some((partner) => partner !== entry && partner.contains(entry)))
    .map(({ kind }) => kind);
}

function longestUnitRun(organisations: readonly Organisation[]): number {
  const units = new Set(organisations.filter(({ kind }) => kind === 'unit').map(({ id }) => id));
  const runs = organisations.map((entry) => entry.ancestry().filter((id) => units.has(id)).length);
  return Math.max(0, ...runs);
}

/** A lock set at a level that is no longer above cannot be lifted there, so it ends with the move. */
function unlockFromAbove(organisation: Organisation, pathBefore: string): void {
  const { lockedAt } = organisation;
  const wasAbove = lockedAt !== null && pathBefore.split('/').slice(0, -1).includes(lockedAt);
  if (wasAbove && !organisation.ancestry().includes(lockedAt)) organisation.lockedAt = null;
}
