import { describe, expect, test } from 'vitest';
import { progressOf, statesOf, type StepFacts } from '../../shared/onboarding/states.ts';

const step = (facts: Partial<StepFacts> = {}): StepFacts => ({
  ...{
    key: 'it',
    title: 'It',
    side: 'own',
    after: [],
    source: 'fact',
    holds: false,
    isCompleted: false,
  },
  ...{ waived: null, blocked: null, waitsOn: null, owner: null, dueOn: null },
  ...facts,
});
const ann = { id: 'ann', displayName: 'Ann' };

describe('the state of a step', () => {
  test.each<[string, Partial<StepFacts>]>([
    ['not-started', {}],
    ['not-started', { isCompleted: true }],
    ['not-started', { source: 'manual', holds: true }],
    ['in-progress', { owner: ann }],
    ['waiting', { owner: ann, waitsOn: 'parent' }],
    ['blocked', { owner: ann, waitsOn: 'parent', blocked: 'No power' }],
    ['done', { owner: ann, waitsOn: 'parent', blocked: 'No power', holds: true }],
    ['done', { source: 'manual', isCompleted: true }],
    ['waived', { blocked: 'No power', holds: true, waived: 'Not needed' }],
  ])('[O2] is %s of %j', (state, facts) => {
    expect(statesOf([step(facts)]).get('it')).toBe(state);
  });

  test.each<[string, Partial<StepFacts>, Partial<StepFacts>]>([
    ['later', {}, {}],
    ['later', { blocked: 'No power', owner: ann }, {}],
    ['not-started', {}, { holds: true }],
    ['not-started', {}, { waived: 'Not needed' }],
    ['done', { holds: true }, {}],
    ['waived', { waived: 'Not needed' }, {}],
  ])('[O6] is %s of %j after %j', (state, facts, before) => {
    const steps = [step({ key: 'before', ...before }), step({ after: ['before'], ...facts })];

    expect(statesOf(steps).get('it')).toBe(state);
  });
});

describe('an onboarding', () => {
  test('[O6] is at the first step that can be done now, and waits on who owes it', () => {
    const steps = [
      step({ key: 'one', holds: true, dueOn: '2026-01-01' }),
      step({ key: 'two', side: 'parent', dueOn: '2026-03-02', owner: ann }),
      step({ key: 'three', after: ['two'], dueOn: '2026-02-01' }),
      step({ key: 'four', dueOn: '2026-03-01' }),
    ];

    expect(progressOf(steps)).toEqual({
      ...{
        state: 'in-progress',
        done: 1,
        total: 4,
        currentStep: 'two',
        currentTitle: 'It',
        waitsOn: 'parent',
      },
      ...{ dueOn: '2026-03-02', owner: ann },
    });
  });

  test('[O2] waits on whom people say', () => {
    expect(progressOf([step({ waitsOn: 'outside' })]).waitsOn).toBe('outside');
  });

  test('[O2] is done when nothing is open', () => {
    const steps = [step({ key: 'one', holds: true }), step({ key: 'two', waived: 'No need' })];

    expect(progressOf(steps)).toMatchObject({ state: 'done', done: 2, currentStep: null });
  });
});
