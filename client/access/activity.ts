import { type Role, roleTitle } from '../../shared/access/roles.ts';
import type { Activity } from '../../shared/live/contract.ts';
import type { Sentences, Tell, Told } from '../core/activity.ts';

/** How changes of roles read in the feed. */
export const accessSentences = { grant: aboutGrant } satisfies Sentences;

function aboutGrant({ op, fields, action }: Activity, tell: Tell): Told | undefined {
  if (action.startsWith('access.')) return undefined;
  const role = typeof fields['role'] === 'string' ? roleTitle(fields['role'] as Role) : 'a role';
  if (op === 'create') return tell(`gave the role ${role} at`);
  if (action === 'grant.change') return tell(`made a role ${role} at`);
  return op === 'delete' ? tell('took a role away at') : undefined;
}
