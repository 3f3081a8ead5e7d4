import type { Grant } from '../../shared/access/contract.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import { organisationPath } from '../core/paths.ts';
import type { Live } from '../live/live.svelte.ts';
import { toast } from '../ui/toast.ts';

/** Tells the person of roles that others gave or took, until the answer is called. */
export function tellOfAccess(live: Live, go: (path: string) => void): () => void {
  return live.onAccess(({ grants, cause }, before) => {
    const by = cause ? ` by ${cause.actor.displayName}` : '';
    for (const grant of missingFrom(before, grants)) {
      const { id, displayName } = grant.organisation;
      void toast({
        text: `You are now ${roleTitle(grant.role)} of ${displayName}`,
        detail: grant.expiresAt === null ? `The role was given${by}.` : 'You have it for a time.',
        tone: 'success',
        action: {
          label: `Open ${displayName}`,
          run: () => {
            go(organisationPath(id));
          },
        },
      });
    }
    for (const grant of missingFrom(grants, before)) {
      void toast({
        text: `You are no longer ${roleTitle(grant.role)} of ${grant.organisation.displayName}`,
        detail:
          grant.expiresAt === null ? `The role was taken away${by}.` : `Your access ended${by}.`,
        tone: 'warning',
      });
    }
  });
}

function missingFrom(some: readonly Grant[], others: readonly Grant[]): Grant[] {
  const known = new Set(some.map(({ id }) => id));
  return others.filter(({ id }) => !known.has(id));
}
