import { statesOf } from '../../../shared/onboarding/states.ts';
import type { MovePreview, MovesQuery } from '../../../shared/onboarding/templates/contract.ts';
import type { Page } from '../../../shared/core/paging.ts';
import { findPage } from '../../core/db/keyset-page.ts';
import type { Reading } from '../../core/db/reading.ts';
import type { Work } from '../../core/db/work.ts';
import type { Fact } from '../../core/facts.ts';
import { openWithin } from '../../organisations/lists/open-within.ts';
import { namesOf } from '../../organisations/names-of.ts';
import { Onboarding } from '../onboarding.entity.ts';
import { wholeOf } from '../whole.ts';
import { planMove } from './plan-move.ts';
import { requireTemplate } from './require-template.ts';
import type { OnboardingTemplate } from './template.entity.ts';

/**
 * What would come of the onboardings that run on an older version of a template, if they were moved
 * over to the newest. Those behind a closed barrier are not among them: whoever could move them does
 * not see their steps.
 */
export function listMoves(
  work: Work,
  id: string,
  facts: readonly Fact[],
  { limit, cursor }: MovesQuery,
): Promise<Page<MovePreview>> {
  return work.read(async (reading) => {
    const template = await requireTemplate(reading, id);
    const { organisationId, publishedVersion } = template;
    const older = { templateId: id, templateVersion: { $lt: publishedVersion } };
    const page = await findPage(
      reading.em,
      Onboarding,
      {
        $and: [
          { ...older, state: 'in-progress' },
          openWithin(reading.person, organisationId ?? ''),
        ],
      },
      { column: 'id', direction: 'asc' },
      { limit, cursor, list: [`moves of ${id} to ${publishedVersion}`] },
    );
    const names = await namesOf(
      reading.em,
      page.items.map((each) => each.organisationId),
    );
    const items: MovePreview[] = [];
    for (const each of page.items) {
      const displayName = names.get(each.organisationId)?.displayName ?? '';
      items.push({ displayName, ...(await foresee(reading, each, template, facts)) });
    }
    return { items, nextCursor: page.nextCursor };
  });
}

async function foresee(
  reading: Reading,
  {
    id,
    organisationId,
    templateVersion,
  }: Pick<Onboarding, 'id' | 'organisationId' | 'templateVersion'>,
  { publishedSteps }: OnboardingTemplate,
  facts: readonly Fact[],
): Promise<Omit<MovePreview, 'displayName'>> {
  const { steps } = await wholeOf(reading, id);
  const plan = await planMove(reading, { organisationId, steps }, publishedSteps, facts);
  const states = statesOf(plan.steps.map(({ after }) => after));
  const planned = plan.steps.map(({ template: { key, title }, before }) => ({
    ...{ key, title, was: before?.state, state: states.get(key) ?? 'not-started' },
  }));
  return {
    ...{ id: organisationId, from: templateVersion },
    added: planned.flatMap(({ was, ...step }) => (was === undefined ? [step] : [])),
    dropped: plan.dropped.map(({ key, title, state }) => ({ key, title, state })),
    kept: planned.flatMap(({ was, ...step }) => (was === undefined ? [] : [{ ...step, was }])),
  };
}
