import { parts } from '../../../shared/core/words/parts.ts';
import type { Subjects } from '../../core/activity.ts';

export const en = {
  feed: {
    started: ({ who, place }: Subjects) => parts`${who} started the onboarding of ${place}`,
    'onboarding.edit': ({ who, place }: Subjects) =>
      parts`${who} updated an onboarding step of ${place}`,
    'onboarding.complete': ({ who, place }: Subjects) =>
      parts`${who} completed an onboarding step of ${place}`,
    'onboarding.reopen': ({ who, place }: Subjects) =>
      parts`${who} reopened an onboarding step of ${place}`,
    'onboarding.waive': ({ who, place }: Subjects) =>
      parts`${who} waived an onboarding step of ${place}`,
    movedOver: ({ who, place }: Subjects) =>
      parts`${who} moved the onboarding of ${place} over to a newer version of its template`,
    'template.begin': ({ who }: Subjects) => parts`${who} began a draft of an onboarding template`,
    'template.edit': ({ who }: Subjects) =>
      parts`${who} changed the draft of an onboarding template`,
    'template.discard': ({ who }: Subjects) =>
      parts`${who} discarded the draft of an onboarding template`,
    'template.publish': ({ who }: Subjects) => parts`${who} published an onboarding template`,
  },
};
