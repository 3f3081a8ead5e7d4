import type { Said } from '../core/words/said.ts';
import { says } from './words.ts';

/** Why nobody gives up the last administrative role that they hold. */
export const LAST_OWN_ROLE: Said = says.lastOwnRole;

/** Why the platform keeps an administrator. */
export function lastOfPlatform(name: string): Said {
  return says.lastOfPlatform({ name });
}
