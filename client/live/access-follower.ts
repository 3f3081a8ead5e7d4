import type { Grant } from '../../shared/access/contract.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import type { Session } from '../core/session.svelte.ts';
import type { AccessEvent } from './connection.svelte.ts';
import type { Gone } from './gone.ts';

/** What the stream's news of one's access changed. */
interface Taken {
  /** The roles that the session held before. */
  before: readonly Grant[];
  /** Whether the server may grant more of what is followed than when it was asked for. */
  mayOpenMore: boolean;
}

/** The session takes what the stream says of one's own access, and keeps why something went. */
export class AccessFollower {
  readonly #session: Session;
  /**
   * The roles that the stream has told of on this line. The session may know of more: it is read
   * over HTTP, ahead of the node that decides what is followed.
   */
  #told: ReadonlySet<string> | undefined;
  #gone: Gone = { because: 'access' };

  constructor(session: Session) {
    this.#session = session;
  }

  /** Why what access reached before is no longer reached. */
  get gone(): Gone {
    return this.#gone;
  }

  /** Another line is up: what its node knows of one's roles is not known. */
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
