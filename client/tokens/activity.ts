import { isolated } from '../../shared/core/isolated.ts';
import type { Activity } from '../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../core/activity.ts';

/** How changes of API tokens read in the feed. */
export const tokenSentences = { token: aboutToken } satisfies Sentences;

function aboutToken({ op, action, fields }: Activity, tell: Tell): Told | undefined {
  const name = textOf(fields['name']) ?? 'for a program';
  if (action === 'account.delete') {
    return op === 'create' ? tell(`handed over the API token ${isolated(name)} at`) : undefined;
  }
  if (action === 'token.sweep') return undefined;
  if (op === 'create') return tell(`made the API token ${isolated(name)} at`);
  return op === 'delete' ? tell('revoked an API token at') : undefined;
}
