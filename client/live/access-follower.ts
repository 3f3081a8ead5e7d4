import type { Grant } from '../../shared/access/contract.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import type { Session } from '../core/session.svelte.ts';
import type { AccessEvent } from './connection.svelte.ts';
import type { Gone } from './gone.ts';

/** The effects of an access event. */
interface Taken {
  /** The roles that the session held before. */
  before: readonly Grant[];
  /** Whether a new role may open topics that were not granted before. */
  mayOpenMore: boolean;
}

/** The follower applies access events to the session, and keeps the reason of the latest loss. */
export class AccessFollower {
  readonly #session: Session;
  /**
   * The roles that the stream has reported on this connection. The session may know more: it is
   * read over HTTP, ahead of the node that decides the subscriptions.
   */
  #told: ReadonlySet<string> | undefined;
  #gone: Gone = { because: 'access' };

  constructor(session: Session) {
    this.#session = session;
  }

  /** Why something is no longer within reach: the latest change of access. */
  get gone(): Gone {
    return this.#gone;
  }

  /** A new connection is up: the roles that its node knows are unknown. */
  begin(): void {
    this.#told = undefined;
  }

  take({ ended: _, cause, ...view }: AccessEvent): Taken {
    const before = this.#session.grants;
    const told = this.#told;
    this.#session.take(view);
    this.#told = new Set(view.grants.map(held));
    const lost = before.find((grant) => !view.grants.some(({ id }) => id === grant.id));
    this.#gone = {
      because: 'access',
      ...(cause && { by: cause.actor.displayName, at: cause.at }),
      ...(lost && {
        lost: { role: roleTitle(lost.role), organisation: lost.organisation.displayName },
      }),
    };
    return { before, mayOpenMore: view.grants.some((grant) => !told?.has(held(grant))) };
  }
}

const held = ({ id, role }: Grant): string => `${id}:${role}`;
