import { decide } from '../../shared/access/decide.ts';
import type { StepOwner } from '../../shared/onboarding/contract.ts';
import { stepRecord } from '../../shared/onboarding/records.ts';
import { says } from '../../shared/onboarding/words.ts';
import { sayEach, type NoticeKind } from '../core/notices.ts';
import { locateAll } from '../organisations/require-organisation.ts';
import { mentioned } from './notes/notices.ts';
import { OnboardingStep } from './step.entity.ts';

/**
 * The notice to somebody whom another had take care of a step; one for an organisation, told while
 * an open step there is theirs.
 */
const stepAssigned: NoticeKind = {
  kind: 'step-assigned',
  resource: stepRecord.name,
  mail: 'unread',
  due: (_, { op, recordId, organisationId, before, after }) => {
    if (op !== 'update') return [];
    const owner = after['owner'] as StepOwner | null | undefined;
    const former = before['owner'] as StepOwner | null | undefined;
    if (!owner || owner.id === former?.id) return [];
    const groupKey = `step-assigned:${organisationId ?? ''}`;
    return [{ accountId: owner.id, groupKey, recordId, organisationId }];
  },
  say: async ({ em, person }, notices) => {
    const ids = notices.flatMap(({ organisationId }) => organisationId ?? []);
    const steps = await em.find(OnboardingStep, {
      organisationId: { $in: ids },
      ownerId: person.accountId,
      state: { $nin: ['done', 'waived'] },
    });
    const located = await locateAll(em, [...new Set(steps.map((step) => step.organisationId))]);
    return sayEach(notices, ({ organisationId }) => {
      const at = located.get(organisationId ?? '');
      if (!at || !decide(person, 'progress.view', at.place).allowed) return undefined;
      const message = says.stepIsYours({ name: at.place.at(-1)?.displayName ?? '' });
      return { message, href: `/organisations/${at.id}/onboarding` };
    });
  },
};

/** The notices that people get of onboardings. */
export const onboardingNotices: readonly NoticeKind[] = [stepAssigned, mentioned];
