import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Named, Subjects } from '../../core/activity.ts';

export const en = {
  feed: {
    created: ({ who, place, name }: Subjects & Named) =>
      parts`${who} created the API token ${isolated(name)} for ${place}`,
    transferred: ({ who, place, name }: Subjects & Named) =>
      parts`${who} transferred the API token ${isolated(name)} of ${place}`,
    revoked: ({ who, place, name }: Subjects & Named) =>
      parts`${who} revoked the API token ${isolated(name)} of ${place}`,
    revokedOne: ({ who, place }: Subjects) => parts`${who} revoked an API token of ${place}`,
  },
};
