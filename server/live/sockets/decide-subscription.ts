import type { Subscribe } from '../../../shared/live/contract.ts';
import { idsOf } from '../../../shared/organisations/path.ts';
import { withInnerParts } from '../../../shared/access/actions.ts';
import { requireInScope } from '../../organisations/require-organisation.ts';
import type { Connection } from './connection.ts';
import type { CrowdReads } from '../crowd-reads.ts';
import { grantedTopics, type Subscription } from './subscription.ts';

/** The subscription that a page asks for. */
type Wanted = Pick<Subscribe, 'scope' | 'organisationId'> & {
  topics?: Subscription['asked'] | undefined;
};

/** The subscription that is granted of the requested one; refuses an organisation out of scope. */
export async function decideSubscription(
  { reads }: { reads: CrowdReads },
  { person }: Connection,
  { scope, organisationId, topics: asked = null }: Wanted,
): Promise<Subscription> {
  const located = requireInScope(person, await reads.place(organisationId));
  const path = idsOf(located.path);
  const wanted = asked && withInnerParts(asked);
  const topics = grantedTopics(person, located, wanted);
  return { scope, organisationId, path, topics, asked: wanted };
}
