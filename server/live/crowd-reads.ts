import { loadPersons } from '../callers/load-person.ts';
import { findSessionFacts, type SessionFacts } from '../sign-in/session-facts.ts';
import { batched } from '../core/batched.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import { locateAll, type Located } from '../organisations/require-organisation.ts';

/**
 * Batched reads of what each new socket needs: after a deploy all sockets reconnect at once. A read
 * never begins before it was asked for, so it is never stale.
 */
export class CrowdReads {
  /** The person behind the hash of a session or API token; none before sign-in is complete. */
  readonly person: (hash: string) => Promise<Person | undefined>;
  /** The session behind a hash, valid or not. */
  readonly session: (hash: string) => Promise<SessionFacts | undefined>;
  /** The place of an organisation, by its id. */
  readonly place: (id: string) => Promise<Located | undefined>;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    const fork = () => database.em.fork();
    this.person = batched((hashes) => loadPersons(fork(), hashes, clock.now()));
    this.session = batched((hashes) => findSessionFacts(fork(), hashes));
    this.place = batched((ids) => locateAll(fork(), ids));
  }
}
