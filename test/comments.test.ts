import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * How it is counted: every doc comment, be it of a declaration or of a member, and every `@component`
 * comment.
 * One whose first word ends in s is taken for a clause without a subject (*Keeps …*, *Tells …*),
 * unless the word is one of these: nouns, and what stands for one.
 */
const SUBJECTS = new Set(
  [
    'Access Accounts Apps Attempts Browsers Characters Columns Connections Currencies Deeds Digits',
    'Facts Failures Fields Guesses Handshakes Hosts Ids Invitations Its Keys Kinds Letters Lines Links',
    'Lists Mails Messages Milliseconds Names Networks Notes Numbers Options Organisations Others',
    'Pages Pairs Parts Passkeys Passwords Providers Records Requests Roles Rows Seconds Sessions Settings',
    'States Statements Stretches Surrogates Tables Tenants Texts This Times Topics Units Ways Words Yes',
    'Changes Developments Moves News Operators Presses',
  ].flatMap((line) => line.split(' ')),
);
const MOST = 0.03;

interface Comment {
  file: string;
  text: string;
}

/** The doc comments that are counted, each as one line. */
function commentsOf(file: string, source = readFileSync(file, 'utf8')): Comment[] {
  const found = source.matchAll(/\/\*\*(.*?)\*\/|^<!-- @component\n(.*?)-->/gs);
  return [...found].map(([, doc, component = '']) => ({
    file,
    text: (doc ?? component)
      .replace(/^[\s*]+|\n\s*\*/gm, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}

function hasNoSubject({ text }: Comment): boolean {
  const [, first = ''] = /^([A-Z][a-z]+s) /.exec(text) ?? [];
  return first !== '' && !SUBJECTS.has(first);
}

describe('a comment', () => {
  test('without a subject is told from one that has it', () => {
    const source = `/** Keeps what is there. */\nexport const a = 1;\n
      /**\n * The session keeps it.\n */\nexport const b = 2;\n// Takes it.\nconst c = 3;`;

    const found = commentsOf('a.ts', source);

    expect(found.map((each) => [each.text, hasNoSubject(each)])).toEqual([
      ['Keeps what is there.', true],
      ['The session keeps it.', false],
    ]);
  });

  test('names its subject: fewer than three in a hundred do not', () => {
    const files = globSync('{client,server,shared}/**/*.{ts,svelte}');
    const comments = files.flatMap((file) => commentsOf(file));
    const without = comments.filter(hasNoSubject);

    expect(comments.length).toBeGreaterThan(3500);
    expect(
      without.length / comments.length,
      without.map(({ file, text }) => `${file}: ${text.slice(0, 60)}`).join('\n'),
    ).toBeLessThan(MOST);
  });
});
