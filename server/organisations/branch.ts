import { isolated } from '../../shared/core/isolated.ts';
import { rolePermits } from '../../shared/access/decide.ts';
import type { Branch, OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person } from '../core/db/work.ts';
import { Organisation } from './organisation.entity.ts';
import { below } from './visible-organisations.ts';

type Entry = Pick<Row<Organisation>, 'id' | 'kind' | 'path' | 'displayName' | 'lockedAt'>;

/** An organisation and all that stands below it; itself first. */
export function readBranch(em: EntityManager, path: string): Promise<Row<Organisation>[]> {
  const where = { $or: [{ path }, below(path)] };
  return findRows(em, Organisation, where as never, { orderBy: [{ path: 'asc' }] });
}

/** What the rules of the tree look at of a branch that moves; its root stands first. */
export function branchOf(branch: readonly Entry[]): Branch & { kind: OrganisationKind } {
  const [root] = branch;
  if (!root) throw new Error('A branch has its root at least.');
  const depth = ancestry(root).length;
  return {
    kind: root.kind,
    height: Math.max(...branch.map((entry) => ancestry(entry).length - depth + 1)),
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
  const after = rootAfter + path.slice(rootBefore.length);
  const wasAbove = lockedAt !== null && path.split('/').slice(0, -1).includes(lockedAt);
  return wasAbove && !after.split('/').includes(lockedAt);
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
): string | null {
  const movers = grants.filter(({ role }) => rolePermits('organisation.move', role));
  const isFrozen = (entry: Entry) => {
    const way = ancestry(entry);
    const lock = way.indexOf(entry.lockedAt ?? '');
    return lock >= 0 && !movers.some(({ organisationId }) => isWithin(way, organisationId, lock));
  };
  const frozen = branch.find(isFrozen);
  if (!frozen) return null;
  const locker = [...above, ...branch].find(({ id }) => id === frozen.lockedAt);
  const name = locker?.displayName ?? 'a level above';
  return `${isolated(frozen.displayName)} is locked by ${isolated(name)}. An administrator of ${isolated(name)} can unlock it.`;
}

/** Whether an organisation stands on a way, no lower than a level of it. */
function isWithin(way: readonly string[], id: string, level: number): boolean {
  const index = way.indexOf(id);
  return index >= 0 && index <= level;
}

/** The kinds that no partner within the branch stands above: they belong to whoever owns its root. */
function heldForOwner(branch: readonly Entry[]): OrganisationKind[] {
  const partners = branch.filter(({ kind }) => kind === 'partner');
  const isBelow = (entry: Entry, partner: Entry) => entry.path.startsWith(`${partner.path}/`);
  return branch
    .filter((entry) => !partners.some((partner) => isBelow(entry, partner)))
    .map(({ kind }) => kind);
}

function longestUnitRun(branch: readonly Entry[]): number {
  const units = new Set(branch.filter(({ kind }) => kind === 'unit').map(({ id }) => id));
  const runs = branch.map((entry) => ancestry(entry).filter((id) => units.has(id)).length);
  return Math.max(0, ...runs);
}

function ancestry({ path }: Entry): string[] {
  return path.split('/');
}
