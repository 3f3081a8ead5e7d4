import { expect, test } from 'vitest';
import { NoteDraft } from '../../client/onboarding/notes/note-draft.svelte.ts';

const ids = ['1', '2'].map((digit) => `01a00000-0000-7000-8000-00000000000${digit}`);
const person = (label: string, value = ids[0] ?? '') => ({ label, value });

/** What is written, with `|` for the caret. */
function written(marked: string): { draft: NoteDraft; caret: number } {
  const draft = new NoteDraft();
  draft.text = marked.replace('|', '');
  return { draft, caret: marked.indexOf('|') };
}

test.each([
  ['@|', ''],
  ['Ask @be|', 'be'],
  ['Ask @Bea Br|', 'Bea Br'],
  ['Ask @Bea Brown please|', undefined],
  ['mail bea@example|', undefined],
  ['Ask| @bea', undefined],
  ['one\n@é|', 'é'],
])('in %j the caret asks for %j', (marked, asked) => {
  const { draft, caret } = written(marked);

  expect(draft.askedAt(caret)).toBe(asked);
});

test('who is chosen stands in the text by name, and goes out by id', () => {
  const { draft, caret } = written('Ask @be| today');

  const next = draft.mention(person('Bea Brown'), caret);

  expect(draft.text).toBe('Ask @Bea Brown today');
  expect(next).toBe('Ask @Bea Brown '.length);
  expect(draft.toText()).toBe(`Ask <@${String(ids[0])}> today`);
});

test('two people whose names begin alike, or are the same, are told apart', () => {
  const { draft, caret } = written('@a|');
  let at = draft.mention(person('Ann'), caret);
  for (const [label, id] of [
    ['Ann Ames', ids[1]],
    ['Ann', ids[1]],
  ] as const) {
    draft.text += '@a';
    at = draft.mention(person(label, id), at + 2);
  }

  expect(draft.text).toBe('@Ann @Ann Ames @Ann 2 ');
  expect(draft.toText()).toBe(`<@${String(ids[0])}> <@${String(ids[1])}> <@${String(ids[1])}>`);
});

test('a name that was typed and not chosen stays text, and dollar signs are no patterns', () => {
  const { draft, caret } = written('@Bea $& @c|');

  draft.mention(person('$& Cora'), caret);

  expect(draft.toText()).toBe(`@Bea $& <@${String(ids[0])}>`);
});
