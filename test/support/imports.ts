import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { posix } from 'node:path';
import ts from 'typescript';

/** One import, as written in a source file. Paths are relative to the repository. */
export interface Import {
  from: string;
  /** The file for a relative import, else the package as named. */
  to: string;
  isPackage: boolean;
  /** Erased before the program runs. */
  isTypeOnly: boolean;
  /** `import()`: runs, but not while modules load. */
  isLazy: boolean;
}

const scripts = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
const lazyInMarkup = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import of every TypeScript and Svelte file below the given folders. */
export async function scanImports(repository: string, folders: string[]): Promise<Import[]> {
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,svelte}`);
  const found: Import[] = [];
  for await (const file of glob(patterns, { cwd: repository })) {
    found.push(...importsOf(file, readFileSync(`${repository}/${file}`, 'utf8')));
  }
  return found;
}

export function importsOf(file: string, text: string): Import[] {
  if (!file.endsWith('.svelte')) return importsOfScript(file, text);

  const inScripts = [...text.matchAll(scripts)].flatMap((match) =>
    importsOfScript(file, match[1] ?? ''),
  );
  const inMarkup = [...text.replace(scripts, '').matchAll(lazyInMarkup)].map((match) =>
    importOf(file, match[1] ?? '', { isLazy: true }),
  );
  return [...inScripts, ...inMarkup];
}

function importsOfScript(file: string, text: string): Import[] {
  const found: Import[] = [];

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) {
      const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(node.moduleSpecifier, { isTypeOnly });
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, { isTypeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, { isTypeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], { isLazy: true });
    }
    ts.forEachChild(node, visit);
  }

  function add(specifier: ts.Node | undefined, kind: Partial<Import>): void {
    if (specifier && ts.isStringLiteral(specifier)) {
      found.push(importOf(file, specifier.text, kind));
    }
  }

  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

function importOf(from: string, specifier: string, kind: Partial<Import>): Import {
  const isPackage = !specifier.startsWith('.');
  const path = specifier.replace(/\?\w+$/, '');
  return {
    from,
    to: isPackage ? specifier : posix.join(posix.dirname(from), path),
    isPackage,
    isTypeOnly: false,
    isLazy: false,
    ...kind,
  };
}

/** The shortest way to see a cycle: its files in order, the first repeated at the end. */
export function findCycles(imports: Import[]): string[][] {
  const edges = new Map<string, string[]>();
  for (const { from, to, isPackage, isTypeOnly, isLazy } of imports) {
    if (!isPackage && !isTypeOnly && !isLazy) edges.set(from, [...(edges.get(from) ?? []), to]);
  }

  const cycles: string[][] = [];
  const done = new Set<string>();

  function walk(file: string, trail: string[]): void {
    const start = trail.indexOf(file);
    if (start >= 0) cycles.push([...trail.slice(start), file]);
    if (start >= 0 || done.has(file)) return;

    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  }

  for (const file of edges.keys()) walk(file, []);
  return cycles;
}
