import type { Activity } from '../../../shared/live/contract.ts';
import type { Sentences, Tell, Told } from '../../core/activity.ts';
import { words } from './words.ts';

/** How documents read in the feed. */
export const documentSentences = { document: aboutDocument } satisfies Sentences;

function aboutDocument({ action, op }: Activity, tell: Tell): Told | undefined {
  const { feed } = words;
  if (action === 'document.upload') return tell(op === 'create' ? feed.uploaded : feed.replaced);
  if (action === 'document.remove') return tell(feed.removed);
  if (action === 'document.restore') return tell(feed.restored);
  return action === 'document.purge' ? tell(feed.purged) : undefined;
}
