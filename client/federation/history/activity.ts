import type { Activity } from '../../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../../core/activity.ts';
import { words } from './words.ts';

/** How changes of identity providers read in the feed. */
export const providerSentences = { provider: aboutProvider } satisfies Sentences;

function aboutProvider(activity: Activity, tell: Tell): Told | undefined {
  const { fields, was } = activity;
  const name = textOf(fields['label']) ?? textOf(was?.['label']);
  const { named, unnamed } = words.feed[deedOf(activity)];
  return tell(name === undefined ? unnamed : (subjects) => named({ ...subjects, name }));
}

function deedOf({ op, action, fields }: Activity): keyof typeof words.feed {
  if (op === 'create') return 'connected';
  if (op === 'delete') return 'deleted';
  if (action === 'provider.test') return 'tested';
  if (!('enabled' in fields)) return 'changed';
  return fields['enabled'] === true ? 'turnedOn' : 'turnedOff';
}
