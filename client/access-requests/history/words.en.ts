import { parts } from '../../../shared/core/words/parts.ts';
import type { Subjects } from '../../core/activity.ts';

export const en = {
  feed: {
    'break-glass': ({ who, place }: Subjects) => parts`${who} used emergency access to ${place}`,
    request: ({ who, place }: Subjects) => parts`${who} requested access to ${place}`,
    approved: ({ who, place }: Subjects) => parts`${who} approved a request for access to ${place}`,
    refused: ({ who, place }: Subjects) => parts`${who} declined a request for access to ${place}`,
    withdrawn: ({ who, place }: Subjects) =>
      parts`${who} withdrew a request for access to ${place}`,
    lapsed: ({ who, place }: Subjects) =>
      parts`${who} closed an unanswered request for access to ${place}`,
    ended: ({ who, place }: Subjects) => parts`${who} ended temporary access to ${place}`,
    expired: ({ who, place }: Subjects) =>
      parts`${who} ended temporary access to ${place}, which had expired`,
  },
};
