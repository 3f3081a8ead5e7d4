import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import ts from 'typescript';

/** A number of a rule, and the file that gives it or quotes it. */
export interface Numbered {
  id: string;
  file: string;
}

const quote = /\[([A-Z]\d+)\]/g;
const runners = ['describe', 'test', 'it'];

/** The numbers that the tables of every `RULES.md` give, in their order. */
export async function scanRules(repository: string): Promise<Numbered[]> {
  const files = await Array.fromAsync(
    glob('{shared,server,client}/**/RULES.md', { cwd: repository }),
  );
  return files.sort().flatMap((file) => {
    const rows = readFileSync(`${repository}/${file}`, 'utf8').matchAll(/^\| ([A-Z]\d+) +\| \S/gm);
    return [...rows].map(([, id = '']) => ({ id, file }));
  });
}

/** The numbers that titles of tests quote, as often as they do. */
export async function scanQuotes(repository: string): Promise<Numbered[]> {
  const found: Numbered[] = [];
  for await (const file of glob('test/**/*.ts', { cwd: repository })) {
    const text = readFileSync(`${repository}/${file}`, 'utf8');
    if (text.search(quote) < 0) continue;
    const ids = titlesOf(text).flatMap((title) =>
      [...title.matchAll(quote)].map(([, id = '']) => id),
    );
    found.push(...ids.map((id) => ({ id, file })));
  }
  return found;
}

/** What a file's tests and groups of tests are called; comments and values are no titles. */
export function titlesOf(text: string): string[] {
  const found: string[] = [];

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && runners.includes(rootOf(node.expression))) {
      const [title] = node.arguments;
      if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
        found.push(title.getText());
      }
    }
    ts.forEachChild(node, visit);
  }

  visit(ts.createSourceFile('', text, ts.ScriptTarget.Latest, true));
  return found;
}

/** `test` of `test.each(rows)`. */
function rootOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) {
    return rootOf(node.expression);
  }
  return '';
}
