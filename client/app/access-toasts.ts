import { BY_TIME } from '../../shared/core/ids.ts';
import type { AccessEvent } from '../../shared/live/contract.ts';
import type { Grant } from '../../shared/access/contract.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import { organisationPath } from '../core/paths.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { toast } from '../ui/toast.ts';
import { words } from './words.ts';

/** Where the person is, and how they get elsewhere. */
interface Whereabouts {
  /** The organisation whose page is open. */
  here: () => string | undefined;
  go: (path: string) => void;
}

/**
 * The listener tells the person of roles that others gave, changed or took, until the answer is
 * called. What one did oneself, on the page that shows it, is no news.
 */
export function tellOfAccess(live: Live, session: Session, { here, go }: Whereabouts): () => void {
  return live.onAccess(({ grants, cause }, before) => {
    const by = cause?.actor.displayName;
    const isOwn = cause?.actor.id === session.accountId;
    const isNews = ({ organisation }: Grant) => !isOwn || organisation.id !== here();
    for (const grant of gained(before, grants).filter(isNews)) {
      const { id, displayName } = grant.organisation;
      void toast({
        text: words.nowRole({ role: roleTitle(grant.role), name: displayName }),
        detail: grant.expiresAt === null ? givenBy(by) : words.forATime,
        tone: 'success',
        action: {
          label: words.open,
          run: () => {
            go(organisationPath(id));
          },
        },
      });
    }
    for (const grant of missingFrom(grants, before).filter(isNews)) {
      void toast({
        text: words.noLongerRole({
          role: roleTitle(grant.role),
          name: grant.organisation.displayName,
        }),
        detail: grant.expiresAt === null ? takenBy(by) : endedBy(cause, isOwn),
        tone: 'warning',
      });
    }
  });
}

function givenBy(by: string | undefined): string {
  return by === undefined ? words.roleGiven : words.roleGivenBy({ by });
}

function takenBy(by: string | undefined): string {
  return by === undefined ? words.roleTaken : words.roleTakenBy({ by });
}

/** Who ended access that had an end: *Lukas Ketteler ended your access.* */
function endedBy(cause: AccessEvent['cause'], isOwn: boolean): string {
  if (isOwn) return words.youEnded;
  const isOfTime = cause === undefined || cause.actor.id === BY_TIME;
  return isOfTime ? words.timeOver : words.endedBy({ by: cause.actor.displayName });
}

/** What is held now and was not before, or not in this role. */
function gained(before: readonly Grant[], now: readonly Grant[]): Grant[] {
  const roles = new Map(before.map(({ id, role }) => [id, role]));
  return now.filter(({ id, role }) => roles.get(id) !== role);
}

function missingFrom(some: readonly Grant[], others: readonly Grant[]): Grant[] {
  const known = new Set(some.map(({ id }) => id));
  return others.filter(({ id }) => !known.has(id));
}
