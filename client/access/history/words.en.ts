import { parts } from '../../../shared/core/words/parts.ts';
import type { Subjects } from '../../core/activity.ts';

export const en = {
  feed: {
    assigned: ({ who, place, role }: Subjects & { role: string }) =>
      parts`${who} assigned the role ${role} at ${place}`,
    changed: ({ who, place, from, to }: Subjects & { from: string; to: string }) =>
      parts`${who} changed a role at ${place} from ${from} to ${to}`,
    changedTo: ({ who, place, to }: Subjects & { to: string }) =>
      parts`${who} changed a role at ${place} to ${to}`,
    removed: ({ who, place, role }: Subjects & { role: string }) =>
      parts`${who} removed the role ${role} at ${place}`,
    removedOne: ({ who, place }: Subjects) => parts`${who} removed a role at ${place}`,
  },
};
