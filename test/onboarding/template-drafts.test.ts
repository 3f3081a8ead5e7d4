import { describe, expect, test } from 'vitest';
import type { TemplateDraft, TemplateStep } from '../../shared/onboarding/templates/contract.ts';
import { mergeDrafts } from '../../shared/onboarding/templates/merge.ts';
import { stepPages } from '../../shared/onboarding/templates/pages.ts';
import { problemsOf } from '../../shared/onboarding/templates/problems.ts';

const step = (key: string, facts: Partial<TemplateStep> = {}): TemplateStep => ({
  ...{ key, title: key.toUpperCase(), why: 'Because.', side: 'own', fact: null, after: [] },
  page: null,
  ...facts,
});
const draft = (...steps: TemplateStep[]): TemplateDraft => ({ stallDays: 10, steps });
const choices = { facts: ['billing-complete'], pages: ['billing', ''] };

describe('what keeps a draft from being published', () => {
  const found = (...steps: TemplateStep[]) =>
    problemsOf(draft(...steps), choices).map(({ path, said }) => `${path}: ${said.detail}`);

  test.each<[string, TemplateStep[], string[]]>([
    ['nothing', [step('a', { fact: 'billing-complete', page: '' })], []],
    ['no step', [], ['steps: A template has one step at least.']],
    ['an empty title', [step('a', { title: '' })], ['steps.0.title: Say what is to be done.']],
    ['no reason', [step('a', { why: '' })], ['steps.0.why: Say why it is to be done.']],
    ['an unknown fact', [step('a', { fact: 'x' })], ['steps.0.fact: Canopy knows no fact x.']],
    ['an unknown page', [step('a', { page: 'x' })], ['steps.0.page: There is no page x.']],
    [
      'a key that two have',
      [step('a'), step('b'), step('a')],
      ['steps.2.key: Another step has the key a.'],
    ],
    [
      'a predecessor that is not there',
      [step('a', { after: ['x'] })],
      ['steps.0.after: There is no step x to come after.'],
    ],
    [
      'a step after itself',
      [step('a', { after: ['a'] })],
      ['steps.0.after: A step cannot come after itself.'],
    ],
    [
      'a circle, by its name',
      [step('a'), step('b', { after: ['c', 'a'] }), step('c', { after: ['b'] })],
      [
        'steps.1.after: These steps wait for one another in a circle: B → C → B.',
        'steps.2.after: These steps wait for one another in a circle: C → B → C.',
      ],
    ],
  ])('[O14] is %s', (_, steps, problems) => {
    const plain = found(...steps).map((line) => line.replaceAll(/[\u2068\u2069]/g, ''));

    expect(plain).toEqual(problems);
  });

  test('[O14] is no page of an organisation, nor the account of whoever does the step', () => {
    expect(stepPages).toEqual(expect.arrayContaining(['', 'billing', 'settings', '/account']));
    expect(stepPages.join(' ')).not.toMatch(/:|onboarding|sign-in\/code/);
  });
});

describe('two drafts that began alike', () => {
  const base = draft(step('a'), step('b'), step('c'));
  const order = ({ steps }: TemplateDraft) => steps.map(({ key }) => key).join(' ');

  test('[O15] keep what each changed, of the same step too', () => {
    const yours = draft(step('a', { title: 'Mine' }), step('b'), step('c'));
    const theirs = { ...draft(step('a', { why: 'Theirs' }), step('b'), step('c')), stallDays: 3 };

    expect(mergeDrafts(base, yours, theirs)).toEqual({
      draft: {
        stallDays: 3,
        steps: [step('a', { title: 'Mine', why: 'Theirs' }), ...base.steps.slice(1)],
      },
      conflicts: [],
    });
  });

  test.each([
    ['an added step beside a moved one', 'a b new c', 'c a b', 'c a b new'],
    ['a removed step beside a moved one', 'a c', 'b a c', 'a c'],
    ['steps that both added', 'a b c mine', 'theirs a b c', 'theirs a b c mine'],
    ['a moved step beside an added one', 'c b a', 'a b new c', 'c b new a'],
  ])('[O15] have %s', (_, yours, theirs, joined) => {
    const of = (keys: string) => draft(...keys.split(' ').map((key) => step(key)));

    const { draft: merged, conflicts } = mergeDrafts(base, of(yours), of(theirs));

    expect([order(merged), conflicts]).toEqual([joined, []]);
  });

  test.each<[string, TemplateDraft, TemplateDraft, string]>([
    [
      'the same field',
      draft(step('a', { title: 'Mine' }), step('b'), step('c')),
      draft(step('a', { title: 'Theirs' }), step('b'), step('c')),
      'steps.a.title',
    ],
    [
      'a step that the other removed',
      draft(step('a', { title: 'Mine' }), step('b'), step('c')),
      draft(step('b'), step('c')),
      'steps.a',
    ],
    [
      'the order',
      draft(step('b'), step('a'), step('c')),
      draft(step('c'), step('a'), step('b')),
      'steps',
    ],
    ['the days', { ...base, stallDays: 1 }, { ...base, stallDays: 2 }, 'stallDays'],
  ])('[O15] contradict each other about %s', (_, yours, theirs, field) => {
    expect(mergeDrafts(base, yours, theirs).conflicts.map((each) => each.field)).toEqual([field]);
  });
});
