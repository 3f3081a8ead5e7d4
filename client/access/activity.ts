import { type Role, roleTitle } from '../../shared/access/roles.ts';
import type { Activity } from '../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../core/activity.ts';

/** How changes of roles, and of access through barriers, read in the feed. */
export const accessSentences = {
  grant: aboutGrant,
  accessRequest: aboutRequest,
} satisfies Sentences;

function aboutGrant({ op, fields, action }: Activity, tell: Tell): Told | undefined {
  if (action.startsWith('access.')) return undefined;
  const role = typeof fields['role'] === 'string' ? roleTitle(fields['role'] as Role) : 'a role';
  if (op === 'create') return tell(`gave the role ${role} at`);
  if (action === 'grant.change') return tell(`made a role ${role} at`);
  return op === 'delete' ? tell('took a role away at') : undefined;
}

function aboutRequest({ op, fields }: Activity, tell: Tell): Told | undefined {
  if (op === 'create') {
    return fields['kind'] === 'break-glass'
      ? tell('broke the glass at')
      : tell('asked for access to');
  }
  const deeds: Partial<Record<string, string>> = {
    approved: 'approved a request for access to',
    refused: 'refused a request for access to',
    withdrawn: 'took back a request for access to',
    lapsed: 'let a request lapse for access to',
    ended: 'ended the access of a guest to',
    expired: 'ended, its time being over, the access of a guest to',
  };
  const deed = deeds[textOf(fields['status']) ?? ''];
  return deed === undefined ? undefined : tell(deed);
}
