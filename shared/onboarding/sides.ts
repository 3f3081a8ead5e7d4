import type { OrganisationKind } from '../organisations/hierarchy.ts';
import type { Side } from './contract.ts';

type Way = readonly { kind: OrganisationKind }[];

/** Where on the way to an organisation its parent stands: folders own nothing. */
export function parentAt(way: Way): number {
  return way.slice(0, -1).findLastIndex(({ kind }) => kind !== 'folder');
}

/** The side that a level of the way acts for; nobody's from between the platform and the parent. */
export function sideAt(way: Way, level: number): Side | undefined {
  if (level < 0 || level === way.length - 1) return 'own';
  if (level >= parentAt(way)) return 'parent';
  return level === 0 ? 'platform' : undefined;
}
