import type { Activity } from '../../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../../core/activity.ts';
import { words } from './words.ts';

/** How changes of accounts read in the feed. */
export const accountSentences = { account: aboutAccount } satisfies Sentences;

function aboutAccount(activity: Activity, tell: Tell): Told | undefined {
  const { op, fields, was, action } = activity;
  const { feed } = words;
  const name = textOf(fields['displayName']);
  const before = textOf(was?.['displayName']);
  if (op === 'delete') {
    return before === undefined
      ? tell(feed.deletedOne)
      : tell((subjects) => feed.deleted({ ...subjects, name: before }));
  }
  if (op === 'create' && name !== undefined) {
    const deed = action === 'account.addMachine' ? feed.addedMachine : feed.invited;
    return tell((subjects) => deed({ ...subjects, name }));
  }
  if (action === 'account.lock') return tell(feed.locked);
  if (action === 'account.unlock') return tell(feed.unlocked);
  if (action === 'invitation.accept') return tell(feed.accepted);
  if (fields['status'] === 'disabled') return tell(feed.disabled);
  if (fields['status'] === 'active') return tell(feed.enabled);
  if (name === undefined) return undefined;
  return before === undefined
    ? tell((subjects) => feed.renamedTo({ ...subjects, name }))
    : tell((subjects) => feed.renamed({ ...subjects, name, was: before }));
}
