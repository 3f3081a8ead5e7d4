import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/organisations/words.ts';
import { rolePermits } from '../../shared/access/decide.ts';
import type { Branch, OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import {
  idsOf,
  isBelow,
  leadsThrough,
  parentOf,
  rebased,
} from '../../shared/organisations/path.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import { Organisation } from './organisation.entity.ts';
import { within } from './within.ts';

type Entry = Pick<Row<Organisation>, 'id' | 'kind' | 'path' | 'displayName' | 'lockedAt'>;

/** An organisation and all that stands below it; itself first. */
export function readBranch(em: EntityManager, path: string): Promise<Row<Organisation>[]> {
  return findRows(em, Organisation, within([path]) as never, { orderBy: [{ path: 'asc' }] });
}

/** What the rules of the tree look at of a branch that moves; its root stands first. */
export function branchOf(branch: readonly Entry[]): Branch & { kind: OrganisationKind } {
  const [root] = branch;
  if (!root) throw new Error('A branch has its root at least.');
  const depth = idsOf(root.path).length;
  return {
    kind: root.kind,
    height: Math.max(...branch.map((entry) => idsOf(entry.path).length - depth + 1)),
    unitLevels: longestUnitRun(branch),
    holds: heldForOwner(branch),
  };
}

/** A lock set at a level that is no longer above cannot be lifted there, so it ends with the move. */
export function isLockLost(
  { lockedAt, path }: Pick<Entry, 'lockedAt' | 'path'>,
  rootBefore: string,
  rootAfter: string,
): boolean {
  if (lockedAt === null || !leadsThrough(parentOf(path), lockedAt)) return false;
  return !leadsThrough(rebased(path, rootBefore, rootAfter), lockedAt);
}

/**
 * Why a branch cannot move for what is locked within it, in a sentence, or `null`. A lock freezes
 * an organisation for those below its level; moving what stands around it would change all that it
 * inherits, and could take it from under the lock [H10].
 */
export function whyFrozen(
  { grants }: Pick<Person, 'grants'>,
  branch: readonly Entry[],
  above: readonly { id: string; displayName: string }[],
): Said | null {
  const movers = grants.filter(({ role }) => rolePermits('organisation.move', role));
  const isFrozen = (entry: Entry) => {
    const way = idsOf(entry.path);
    const lock = way.indexOf(entry.lockedAt ?? '');
    return lock >= 0 && !movers.some(({ organisationId }) => isNoLower(way, organisationId, lock));
  };
  const frozen = branch.find(isFrozen);
  if (!frozen) return null;
  const locker = [...above, ...branch].find(({ id }) => id === frozen.lockedAt);
  const name = frozen.displayName;
  return locker
    ? says.lockedBy({ name, locker: locker.displayName })
    : says.lockedByAbove({ name });
}

/** Whether an organisation stands on a way, no lower than a level of it. */
function isNoLower(way: readonly string[], id: string, level: number): boolean {
  const index = way.indexOf(id);
  return index >= 0 && index <= level;
}

/** The kinds that no partner within the branch stands above: they belong to whoever owns its root. */
function heldForOwner(branch: readonly Entry[]): OrganisationKind[] {
  const partners = branch.filter(({ kind }) => kind === 'partner');
  return branch
    .filter((entry) => !partners.some((partner) => isBelow(entry.path, partner.path)))
    .map(({ kind }) => kind);
}

function longestUnitRun(branch: readonly Entry[]): number {
  const units = new Set(branch.filter(({ kind }) => kind === 'unit').map(({ id }) => id));
  const runs = branch.map((entry) => idsOf(entry.path).filter((id) => units.has(id)).length);
  return Math.max(0, ...runs);
}
