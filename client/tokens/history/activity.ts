import type { Activity } from '../../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../../core/activity.ts';
import { words } from './words.ts';

/** How changes of API tokens read in the feed. */
export const tokenSentences = { token: aboutToken } satisfies Sentences;

function aboutToken({ op, action, fields, was }: Activity, tell: Tell): Told | undefined {
  const name = textOf(fields['name']) ?? textOf(was?.['name']);
  if (action === 'token.sweep') return undefined;
  if (action === 'account.delete') {
    if (op !== 'create' || name === undefined) return undefined;
    return tell((subjects) => words.feed.transferred({ ...subjects, name }));
  }
  if (op === 'create' && name !== undefined) {
    return tell((subjects) => words.feed.created({ ...subjects, name }));
  }
  if (op !== 'delete') return undefined;
  return name === undefined
    ? tell(words.feed.revokedOne)
    : tell((subjects) => words.feed.revoked({ ...subjects, name }));
}
