import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Named, Subjects } from '../../core/activity.ts';

export const en = {
  feed: {
    connected: {
      named: ({ who, place, name }: Subjects & Named) =>
        parts`${who} connected the identity provider ${isolated(name)} to ${place}`,
      unnamed: ({ who, place }: Subjects) =>
        parts`${who} connected an identity provider to ${place}`,
    },
    deleted: {
      named: ({ who, place, name }: Subjects & Named) =>
        parts`${who} deleted the identity provider ${isolated(name)} of ${place}`,
      unnamed: ({ who, place }: Subjects) => parts`${who} deleted an identity provider of ${place}`,
    },
    changed: {
      named: ({ who, place, name }: Subjects & Named) =>
        parts`${who} changed the identity provider ${isolated(name)} of ${place}`,
      unnamed: ({ who, place }: Subjects) => parts`${who} changed an identity provider of ${place}`,
    },
    tested: {
      named: ({ who, place, name }: Subjects & Named) =>
        parts`${who} tested the identity provider ${isolated(name)} of ${place}`,
      unnamed: ({ who, place }: Subjects) => parts`${who} tested an identity provider of ${place}`,
    },
    turnedOn: {
      named: ({ who, place, name }: Subjects & Named) =>
        parts`${who} turned on the identity provider ${isolated(name)} of ${place}`,
      unnamed: ({ who, place }: Subjects) =>
        parts`${who} turned on an identity provider of ${place}`,
    },
    turnedOff: {
      named: ({ who, place, name }: Subjects & Named) =>
        parts`${who} turned off the identity provider ${isolated(name)} of ${place}`,
      unnamed: ({ who, place }: Subjects) =>
        parts`${who} turned off an identity provider of ${place}`,
    },
  },
};
