import { isRole, roleTitle } from '../../../shared/access/roles.ts';
import type { Activity } from '../../../shared/live/contract.ts';
import type { Sentences, Tell, Told } from '../../core/activity.ts';
import { words } from './words.ts';

/** How changes of roles read in the feed. */
export const accessSentences = { grant: aboutGrant } satisfies Sentences;

function aboutGrant({ op, fields, was, action }: Activity, tell: Tell): Told | undefined {
  if (action.startsWith('access.')) return undefined;
  const role = fields['role'];
  const before = was?.['role'];
  if (op === 'delete') {
    return isRole(before)
      ? tell((subjects) => words.feed.removed({ ...subjects, role: roleTitle(before) }))
      : tell(words.feed.removedOne);
  }
  if (!isRole(role)) return undefined;
  const to = roleTitle(role);
  if (op === 'create') return tell((subjects) => words.feed.assigned({ ...subjects, role: to }));
  if (action !== 'grant.change') return undefined;
  return isRole(before)
    ? tell((subjects) => words.feed.changed({ ...subjects, from: roleTitle(before), to }))
    : tell((subjects) => words.feed.changedTo({ ...subjects, to }));
}
