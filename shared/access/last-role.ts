import { isolated } from '../core/isolated.ts';

/** Why nobody gives up the last administrative role that they hold. */
export const LAST_OWN_ROLE =
  'This is your own last administrative role; somebody else has to take it.';

/** Why the platform keeps an administrator. */
export function lastOfPlatform(name: string): string {
  return `${isolated(name)} needs an active administrator, and this is the last.`;
}
