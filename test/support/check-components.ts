import { spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * A program: checks the types of components, then what the linter needs types for. It knows no
 * Svelte, so it reads the TypeScript that `svelte-check` made of each component, file by file,
 * since it would pass over a folder that git ignores.
 */
const repository = resolve(import.meta.dirname, '../..');
const made = '.svelte-check';
const path = [join(repository, 'node_modules/.bin'), process.env.PATH].join(delimiter);

rmSync(join(repository, made), { recursive: true, force: true }); // of components that are gone
run('svelte-check', [
  ...['--tsconfig', 'tsconfig.components.json', '--incremental'],
  ...['--fail-on-warnings', '--output', 'human'],
]);
const components = globSync(`${made}/**/++*.svelte.ts`, { cwd: repository });
if (components.length === 0) throw new Error(`svelte-check left no components in ${made}.`);
run('oxlint', ['-c', '.oxlintrc.components.json', ...components]);

function run(program: string, options: string[]): void {
  const env = { ...process.env, PATH: path };
  const { status } = spawnSync(program, options, { cwd: repository, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
