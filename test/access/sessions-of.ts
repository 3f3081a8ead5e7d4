import type { PersonName } from '../support/people.ts';
import type { Session } from '../support/session.ts';
import type { World } from '../support/world.ts';

/** The sessions of a world's people: each signs in once, however often a test asks for them. */
export function sessionsOf(world: World): (name: PersonName) => Promise<Session> {
  const sessions = new Map<PersonName, Promise<Session>>();
  return (name) => {
    const session = sessions.get(name) ?? world.signIn(name);
    sessions.set(name, session);
    return session;
  };
}
