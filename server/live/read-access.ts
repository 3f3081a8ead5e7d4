import type { SessionView } from '../../shared/sign-in/contract.ts';
import type { EndedSubscription, EndReason } from '../../shared/live/contract.ts';
import { idsOf } from '../../shared/organisations/path.ts';
import { loadHolders, withoutOwing } from '../callers/load-person.ts';
import { viewSessions } from '../sign-in/find-session.ts';
import { whyEnded } from '../sign-in/why-ended.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import { locateAll } from '../organisations/require-organisation.ts';
import type { Connection } from './sockets/connection.ts';
import { grantedTopics, type Subscription } from './sockets/subscription.ts';

/** A connection's access: its person, subscriptions kept and ended, and the summary to send. */
export interface AccessNow {
  person: Person;
  kept: Subscription[];
  ended: EndedSubscription[];
  view: SessionView;
}

/** The lookup of a connection's access, or of the reason why it ended. */
export type AccessOf = (connection: Connection) => AccessNow | EndReason;

/**
 * The present access of all given connections, in a fixed number of queries, since an edit high up
 * in the tree concerns everybody below. Subscriptions are judged when the lookup is called.
 */
export async function readAccess(
  em: EntityManager,
  connections: readonly Connection[],
  now: Date,
): Promise<AccessOf> {
  const hashes = [...new Set(connections.map(({ sessionHash }) => sessionHash))];
  const holders = await loadHolders(em, hashes, now);
  const persons = withoutOwing(holders);
  const views = await viewSessions(em, persons);
  const ended = await whyEnded(
    em,
    connections.filter(({ sessionHash }) => !views.has(sessionHash)),
    { now, isPending: (hash) => holders.has(hash) },
  );
  const followed = connections.flatMap(({ subscriptions }) => subscriptions);
  const looked = new Set(followed.map(({ organisationId }) => organisationId));
  const located = await locateAll(em, [...looked]);
  return (connection) => {
    const person = persons.get(connection.sessionHash);
    const view = views.get(connection.sessionHash);
    if (!person || !view) return ended(connection);
    const kept: Subscription[] = [];
    const lost: EndedSubscription[] = [];
    for (const subscription of connection.subscriptions) {
      const { scope, organisationId, asked } = subscription;
      if (!looked.has(organisationId)) {
        kept.push(subscription); // joined during this read, by access that still holds
        continue;
      }
      const at = located.get(organisationId);
      const topics = at ? grantedTopics(person, at, asked) : [];
      const gone = subscription.topics.filter((topic) => !topics.includes(topic));
      if (gone.length > 0) lost.push({ scope, organisationId, topics: gone });
      if (at && topics.length > 0) {
        kept.push({ ...subscription, topics, path: idsOf(at.path) });
      }
    }
    return { person, view, kept, ended: lost };
  };
}
