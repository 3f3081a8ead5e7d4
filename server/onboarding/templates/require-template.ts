import { isId } from '../../../shared/core/ids.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { ExpectedVersion } from '../../core/changes/merge-edit.ts';
import type { Reading } from '../../core/db/reading.ts';
import { findPlatformId } from '../../organisations/found-platform.ts';
import { requirePlace } from '../../organisations/require-organisation.ts';
import { OnboardingTemplate } from './template.entity.ts';

/** Templates are the platform's: whoever is to see or change them may so there. */
export async function requireTemplates(
  reading: Reading,
  action: 'settings.view' | 'onboarding.editTemplates',
): Promise<void> {
  await requirePlace(reading, (await findPlatformId(reading.em)) ?? '', action);
}

/** One of them, if the person may change it. */
export async function requireTemplate(reading: Reading, id: string): Promise<OnboardingTemplate> {
  await requireTemplates(reading, 'onboarding.editTemplates');
  const template = isId(id) ? await reading.em.findOne(OnboardingTemplate, { id }) : null;
  if (!template) throw new Refusal('not-found');
  return template;
}

/**
 * The same with its draft, as the person saw it: what a colleague did to it meanwhile is to be seen
 * before it is published, or thrown away.
 */
export async function requireSeenDraft(reading: Reading, id: string, expected: ExpectedVersion) {
  const template = await requireTemplate(reading, id);
  const { draft } = template;
  if (!draft) throw new Refusal('template.no-draft');
  if (expected !== '*' && expected !== template.version) throw new Refusal('template.changed');
  return { template, draft };
}
