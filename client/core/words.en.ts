import { parts } from '../../shared/core/words/parts.ts';
import type { Subjects } from './activity.ts';

export const en = {
  today: 'Today',
  yesterday: 'Yesterday',
  feed: {
    added: ({ who, place }: Subjects) => parts`${who} added a record to ${place}`,
    removed: ({ who, place }: Subjects) => parts`${who} removed a record from ${place}`,
    changed: ({ who, place }: Subjects) => parts`${who} changed a record of ${place}`,
  },
};
