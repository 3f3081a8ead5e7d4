import { type Actor, decide, rolePermits } from '../access/decide.ts';
import type { Place, PlaceLink } from '../access/place.ts';
import type { Role } from '../access/roles.ts';
import type { NoteVisibility } from './notes-contract.ts';

/** Where a note stands: those who see the onboarding there see it, or its own people alone. */
export interface NoteStand {
  organisationId: string;
  isInternal: boolean;
}

interface Holding {
  role: Role;
  organisationId: string;
}

/**
 * The level on the way to an organisation that somebody writes for: the nearest where they hold a
 * role that lets them work on its onboarding; -1 where there is none.
 */
export function levelOf(held: readonly Holding[], way: readonly { id: string }[]): number {
  const at = held.flatMap(({ role, organisationId }) =>
    rolePermits('onboarding.edit', role) ? organisationId : [],
  );
  return way.findLastIndex(({ id }) => at.includes(id));
}

/**
 * Where a note stands that somebody writes at a level of the way: at their own organisation, among
 * its people or for those above as well; at the one below theirs, folders aside; or at the one that
 * is taken on, for everybody who sees its onboarding. Each but the first is for those above too.
 * Nothing, where there is no such level [O17].
 */
export function standOf(
  visibility: NoteVisibility,
  way: readonly Pick<PlaceLink, 'id' | 'kind'>[],
  level: number,
): NoteStand | undefined {
  const stands: Record<NoteVisibility, number> = {
    ours: level,
    parent: level === 0 ? -1 : level,
    child: way.findIndex(({ kind }, at) => at > level && kind !== 'folder'),
    all: way.length - 1,
  };
  const at = level < 0 ? undefined : way[stands[visibility]];
  return at && { organisationId: at.id, isInternal: visibility === 'ours' };
}

/**
 * Whether somebody reads the notes that stand somewhere on the way to an organisation: whoever sees
 * its onboarding, and that of where they stand, or belongs there [O17].
 */
export function mayRead(
  actor: Actor,
  { organisationId, isInternal }: NoteStand,
  place: Place,
): boolean {
  const at = place.findIndex(({ id }) => id === organisationId);
  if (at < 0 || !decide(actor, 'progress.view', place).allowed) return false;
  const way = place.slice(0, at + 1) as unknown as Place;
  return decide(actor, isInternal ? 'ownNotes.view' : 'progress.view', way).allowed;
}
