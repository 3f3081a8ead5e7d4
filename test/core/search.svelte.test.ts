import { expect, test } from 'vitest';
import { Search } from '../../client/core/search.svelte.ts';

/** A search whose answers come when the test says so. */
function onSlowLine() {
  const answers = new Map<string, (found: readonly string[] | Error) => void>();
  const search = new Search<string>(
    (text) =>
      new Promise((resolve, reject) => {
        answers.set(text, (found) => {
          if (found instanceof Error) reject(found);
          else resolve(found);
        });
      }),
  );
  return {
    search,
    answer: (text: string, found: readonly string[] | Error) => answers.get(text)?.(found),
  };
}

test('what was found says for which text, until the next is answered', async () => {
  const { search, answer } = onSlowLine();
  const first = search.seek('alpha');
  answer('alpha', ['Alpha']);
  await first;

  const second = search.seek('beta');
  expect([search.answered, search.items]).toEqual(['alpha', ['Alpha']]);
  answer('beta', ['Beta']);
  await second;

  expect([search.answered, search.items]).toEqual(['beta', ['Beta']]);
});

test('an answer that was overtaken is dropped, and so is its failure', async () => {
  const { search, answer } = onSlowLine();
  const [first, second, third] = [search.seek('a'), search.seek('al'), search.seek('alp')];
  answer('alp', ['Alp']);
  await third;

  answer('al', new Error('too late'));
  answer('a', ['Anything']);
  await Promise.all([first, second]);

  expect([search.answered, search.items]).toEqual(['alp', ['Alp']]);
});

test('a search that fails finds nothing', async () => {
  const { search, answer } = onSlowLine();
  const seeking = search.seek('alpha');
  answer('alpha', new Error('no line'));

  await expect(seeking).rejects.toThrow('no line');
  expect([search.answered, search.items]).toEqual(['alpha', []]);
});
