import { loadPersons } from '../callers/load-person.ts';
import { findSessionFacts, type SessionFacts } from '../sign-in/session-facts.ts';
import { batched } from '../core/batched.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import { locateAll, type Located } from '../organisations/require-organisation.ts';

/**
 * What every socket asks when it comes: after a deploy all come at once, and are then read for
 * together. Each read begins after it was asked for.
 */
export class CrowdReads {
  /** Who holds a session or an API token, by its hash, and owes no step of signing in. */
  readonly person: (hash: string) => Promise<Person | undefined>;
  /** The session behind a hash, valid or not. */
  readonly session: (hash: string) => Promise<SessionFacts | undefined>;
  /** Where an organisation is, by its id. */
  readonly place: (id: string) => Promise<Located | undefined>;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    const fork = () => database.em.fork();
    this.person = batched((hashes) => loadPersons(fork(), hashes, clock.now()));
    this.session = batched((hashes) => findSessionFacts(fork(), hashes));
    this.place = batched((ids) => locateAll(fork(), ids));
  }
}
