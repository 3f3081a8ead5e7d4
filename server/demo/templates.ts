import type { TemplateStep } from '../../shared/onboarding/templates/contract.ts';
import { beginDraft, saveDraft } from '../onboarding/templates/draft.ts';
import type { Story } from './story.ts';

const review: TemplateStep = {
  key: 'security-review',
  title: 'Talk through the security basics',
  why: 'Half an hour now saves the first incident.',
  ...{ side: 'parent', fact: null, after: ['invitation-accepted'], page: 'settings' },
};

/** What the platform has in hand for the partners who come next: a step more, and more patience. */
export async function beginNextVersion(story: Story): Promise<void> {
  const { id, draft, version } = await story.do('amara', (work) =>
    beginDraft(work, { kind: 'partner' }),
  );
  const steps = [...(draft?.steps ?? []), review];
  await story.do('amara', (work) => saveDraft(work, id, { stallDays: 14, steps }, version));
}
