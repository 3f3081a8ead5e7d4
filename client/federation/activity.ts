import { isolated } from '../../shared/core/isolated.ts';
import type { Activity } from '../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../core/activity.ts';

/** How changes of providers of identities read in the feed. */
export const providerSentences = { provider: aboutProvider } satisfies Sentences;

function aboutProvider({ op, action, fields }: Activity, tell: Tell): Told | undefined {
  const name = textOf(fields['label']) ?? 'a provider of identities';
  if (op === 'create') return tell(`connected ${isolated(name)} with`);
  if (op === 'delete') return tell('disconnected a provider of identities from');
  if (action === 'provider.test') return tell('tested a provider of identities of');
  if (!('enabled' in fields)) return tell('changed a provider of identities of');
  return tell(`switched a provider of identities ${fields['enabled'] ? 'on' : 'off'} at`);
}
