import { hashToken, useSession } from '../sign-in/sessions.ts';
import { signInByPassword } from '../sign-in/sign-in.ts';
import { signOut } from '../sign-in/sign-out.ts';
import type { Context } from '../context.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { DEMO_PASSWORD, emailOfPerson, type PersonKey, people } from './people.ts';

/**
 * Who of a story is signed in. Sessions end as in life, unused for a while or at the end of the
 * day: who comes back later signs in anew, and the audit tells of it.
 */
export class SignIns {
  readonly #context: Context;
  readonly #tokens = new Map<PersonKey, string>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Somebody was signed in by what they did: setting up, or accepting an invitation. */
  keep(key: PersonKey, token: string): void {
    this.#tokens.set(key, token);
  }

  /** The door to the database for somebody, who signs in if need be. */
  async workOf(key: PersonKey): Promise<Work> {
    const open = await this.#openSession(key);
    if (open) return this.#work(open);
    const credentials = { email: emailOfPerson(people[key]), password: DEMO_PASSWORD };
    const { token } = await signInByPassword(this.nobody(), null, credentials);
    this.#tokens.set(key, token);
    return this.#work(hashToken(token));
  }

  /** The door for who is not signed in. */
  nobody(): Work {
    return this.#work(null);
  }

  /** Somebody who is seen once goes home at once. */
  async leave(token: string): Promise<void> {
    const { clock, database } = this.#context;
    const session = await useSession(database.em.fork(), token, clock.now());
    if (session) await signOut(this.#work(session.tokenHash));
  }

  /** Everybody goes home: no session is left open. */
  async end(): Promise<void> {
    for (const key of this.#tokens.keys()) {
      const open = await this.#openSession(key);
      if (open) await signOut(this.#work(open));
    }
  }

  /** The hash of a session that is not over, renewed as every request renews it. */
  async #openSession(key: PersonKey): Promise<string | null> {
    const { clock, database } = this.#context;
    const token = this.#tokens.get(key);
    const session = token && (await useSession(database.em.fork(), token, clock.now()));
    return session ? session.tokenHash : null;
  }

  #work(sessionHash: string | null): Work {
    return this.#context.openWork({
      sessionHash,
      requestId: newId(),
      address: '127.0.0.1',
      userAgent: 'Canopy demo',
      idempotency: null,
    });
  }
}
