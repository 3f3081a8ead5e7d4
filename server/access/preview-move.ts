import { decide } from '../../shared/access/decide.ts';
import type { Place, PlaceLink } from '../../shared/access/place.ts';
import type { MovePreview } from '../../shared/access/move-preview-contract.ts';
import type { MoveOrganisation } from '../../shared/organisations/contract.ts';
import { childPath } from '../../shared/organisations/path.ts';
import type { Work } from '../core/db/work.ts';
import { branchOf, isLockLost, readBranch, whyFrozen } from '../organisations/branch.ts';
import { requirePlace, requireVisible } from '../organisations/require-organisation.ts';
import { whyNotThere } from '../organisations/why-not-there.ts';
import { sightChanges } from './sight-changes.ts';
import { settingChanges } from './setting-changes.ts';

/**
 * A preview of a move, decided by the same rules as the move itself. A move that would be refused
 * changes nothing, so its preview lists no changes.
 */
export function previewMove(
  work: Work,
  id: string,
  { parentId }: MoveOrganisation,
): Promise<MovePreview> {
  return work.read(async (reading) => {
    const here = await requirePlace(reading, id, 'organisation.move');
    const parent = await requireVisible(reading, parentId);
    const branch = await readBranch(reading.em, here.path);
    const { allowed, checks } = decide(reading.person, 'organisation.adopt', parent.place, {
      branch: branchOf(branch),
      stateRefusal:
        whyFrozen(reading.person, branch, here.place) ?? (await whyNotThere(reading, here, parent)),
    });

    const target = here.place.at(-1) as PlaceLink;
    const after: Place = [...parent.place, target];
    const pathAfter = childPath(parent.path, id);
    const isMoved = allowed && pathAfter !== here.path;
    const locks = isMoved ? branch.filter((entry) => isLockLost(entry, here.path, pathAfter)) : [];
    return {
      allowed,
      checks,
      path: after.map(({ id: each, kind, displayName }) => ({ id: each, kind, displayName })),
      organisations: branch.length,
      ...(await sightChanges(reading, here.path, isMoved ? pathAfter : here.path)),
      changes: isMoved ? settingChanges(reading.person, here.place, after, locks) : [],
    };
  });
}
