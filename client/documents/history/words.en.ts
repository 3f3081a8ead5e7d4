import { parts } from '../../../shared/core/words/parts.ts';
import type { Subjects } from '../../core/activity.ts';

export const en = {
  feed: {
    uploaded: ({ who, place }: Subjects) => parts`${who} uploaded a document to ${place}`,
    replaced: ({ who, place }: Subjects) =>
      parts`${who} uploaded a new version of a document of ${place}`,
    removed: ({ who, place }: Subjects) => parts`${who} removed a document of ${place}`,
    restored: ({ who, place }: Subjects) => parts`${who} restored a document of ${place}`,
    purged: ({ who, place }: Subjects) =>
      parts`${who} deleted a document of ${place} that was removed 30 days ago`,
  },
};
