import type { Activity } from '../../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../../core/activity.ts';
import { words } from './words.ts';

/** How changes of temporary access read in the feed. */
export const accessRequestSentences = { accessRequest: aboutRequest } satisfies Sentences;

function aboutRequest({ op, fields }: Activity, tell: Tell): Told | undefined {
  const deed = textOf(op === 'create' ? fields['kind'] : fields['status']) ?? '';
  const { feed } = words;
  return Object.hasOwn(feed, deed) ? tell(feed[deed as keyof typeof feed]) : undefined;
}
