import { describe, expect, test } from 'vitest';
import { scanQuotes, scanRules, titlesOf } from './support/rules.ts';

const repository = `${import.meta.dirname}/..`;
const rules = await scanRules(repository);
const quotes = await scanQuotes(repository);

describe('the rules of the product', () => {
  test('are numbered without gap or double, each feature’s under a letter of its own', () => {
    const byFile = [...Map.groupBy(rules, ({ file }) => file).values()];
    const letters = byFile.map(([first]) => first?.id.charAt(0));

    expect(new Set(letters).size).toBe(byFile.length);
    for (const ofOne of byFile) {
      const letter = ofOne[0]?.id.charAt(0);
      expect(ofOne.map(({ id }) => id)).toEqual(ofOne.map((_, index) => `${letter}${index + 1}`));
    }
  });

  test('are each quoted by a test that holds them', () => {
    const quoted = new Set(quotes.map(({ id }) => id));

    expect(rules.filter(({ id }) => !quoted.has(id))).toEqual([]);
  });

  test('are what tests quote', () => {
    const known = new Set(rules.map(({ id }) => id));

    expect(quotes.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});

test('a rule is quoted in a title, and nowhere else', () => {
  const text = `
    // [A1]
    describe.each(['[A2]'])('[A3] %s', () => {
      test.skipIf(slow)(\`[A4] \${name}\`, () => expect('[A5]').toBe('[A6]'));
    });
  `;

  expect(titlesOf(text)).toEqual(["'[A3] %s'", '`[A4] ${name}`']);
});
