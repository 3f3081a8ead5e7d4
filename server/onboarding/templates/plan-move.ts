import type { StepFacts } from '../../../shared/onboarding/states.ts';
import type { TemplateStep } from '../../../shared/onboarding/templates/contract.ts';
import type { Reading } from '../../core/db/reading.ts';
import type { Fact } from '../../core/facts.ts';
import type { OnboardingStep } from '../step.entity.ts';
import { saidOf } from '../start.ts';

/** A step as it will be, and the one that it was, where there is one. */
export interface PlannedStep {
  template: TemplateStep;
  before: OnboardingStep | undefined;
  after: StepFacts;
}

/** What becomes of an onboarding with another version of its template. */
export interface MovePlan {
  steps: PlannedStep[];
  dropped: OnboardingStep[];
}

interface Moved {
  organisationId: string;
  steps: readonly OnboardingStep[];
}

/**
 * The steps of an onboarding by another version of its template. A step is the same by its key, and
 * keeps what people said and did [O16]: who completed it by hand has done so also where a fact is to
 * tell of it later on, and what a fact made done stays done where no fact tells of it any more.
 */
export async function planMove(
  reading: Reading,
  { organisationId, steps }: Moved,
  wanted: readonly TemplateStep[],
  facts: readonly Fact[],
): Promise<MovePlan> {
  const planned: PlannedStep[] = [];
  for (const template of wanted) {
    const before = steps.find(({ key }) => key === template.key);
    const said = saidOf(template, organisationId);
    const isSame = before?.fact === template.fact;
    const fact = facts.find(({ key }) => key === template.fact);
    const holds = isSame
      ? before.holds
      : ((await fact?.read(reading, organisationId))?.holds ?? false);
    const isCompleted = (before?.isCompleted ?? false) || (!isSame && before?.holds === true);
    const own = before ?? blank;
    const { waived, blocked, waitsOn, owner, dueOn } = own;
    const after = {
      ...{ key: template.key, ...said, holds, isCompleted },
      ...{ waived, blocked, waitsOn, owner, dueOn },
    };
    planned.push({ template, before, after });
  }
  const keys = new Set(wanted.map(({ key }) => key));
  return { steps: planned, dropped: steps.filter(({ key }) => !keys.has(key)) };
}

const blank = { waived: null, blocked: null, waitsOn: null, owner: null, dueOn: null };
