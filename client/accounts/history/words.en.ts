import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Named, Subjects } from '../../core/activity.ts';

export const en = {
  feed: {
    addedMachine: ({ who, place, name }: Subjects & Named) =>
      parts`${who} added the machine account ${isolated(name)} to ${place}`,
    invited: ({ who, place, name }: Subjects & Named) =>
      parts`${who} invited ${isolated(name)} to ${place}`,
    deleted: ({ who, place, name }: Subjects & Named) =>
      parts`${who} deleted the account of ${isolated(name)} at ${place}`,
    renamed: ({ who, place, name, was }: Subjects & Named & { was: string }) =>
      parts`${who} renamed the account ${isolated(was)} of ${place} to ${isolated(name)}`,
    renamedTo: ({ who, place, name }: Subjects & Named) =>
      parts`${who} renamed an account of ${place} to ${isolated(name)}`,
    accepted: ({ who, place }: Subjects) => parts`${who} accepted the invitation to ${place}`,
    deletedOne: ({ who, place }: Subjects) => parts`${who} deleted an account of ${place}`,
    locked: ({ who, place }: Subjects) =>
      parts`${who} locked an account of ${place} after failed sign-ins`,
    unlocked: ({ who, place }: Subjects) => parts`${who} unlocked an account of ${place}`,
    disabled: ({ who, place }: Subjects) => parts`${who} disabled an account of ${place}`,
    enabled: ({ who, place }: Subjects) => parts`${who} enabled an account of ${place}`,
  },
};
