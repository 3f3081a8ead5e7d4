import type { Actor } from '../../shared/access/decide.ts';
import { isBelow, isPlatform, leadsThrough } from '../../shared/organisations/path.ts';
import type { Person } from '../core/db/person.ts';
import { within } from './within.ts';

/**
 * The condition that keeps a query of organisations to what the person's grants reach; `column`
 * where something else is found by where it stood.
 */
export function visibleTo(person: Pick<Person, 'grants'>, column = 'path'): object {
  const tops = person.grants
    .map(({ path }) => path)
    .filter((path, _, paths) => !paths.some((other) => isBelow(path, other)));
  if (tops.some(isPlatform)) return {};
  return within(tops, column);
}

/** Whether a grant of the person's is held at the path, or above it. */
export function reaches({ grants }: Pick<Actor, 'grants'>, path: string): boolean {
  return grants.some(({ organisationId }) => leadsThrough(path, organisationId));
}
