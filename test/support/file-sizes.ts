import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The most lines that a source file may have. */
const MOST_LINES = 250;

/** The most files that stand directly in one folder. */
const MOST_FILES = 30;

/** The components and their small helpers, found by name. */
const componentFolder = 'client/ui';

/** A table that is read by looking rows up, so its length costs nobody anything. */
const permissionTable = 'shared/access/actions.ts';

/** Why a file of so many lines is too long; or nothing. */
export function sizeObjection(file: string, lines: number): string | undefined {
  if (file === permissionTable || lines <= MOST_LINES) return undefined;
  return `${file} has ${lines} lines, at most ${MOST_LINES} are allowed`;
}

/** The objections to the sizes of the TypeScript, Svelte and CSS files below the given folders. */
export async function scanSizes(repository: string, folders: string[]): Promise<string[]> {
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,svelte,css}`);
  const found: string[] = [];
  for await (const file of glob(patterns, { cwd: repository })) {
    const text = readFileSync(`${repository}/${file}`, 'utf8');
    found.push(...[sizeObjection(file, linesOf(text))].filter((it) => it !== undefined));
  }
  return found;
}

/** The folders below the given ones that hold too many files directly, with how many they hold. */
export async function scanFolders(repository: string, folders: string[]): Promise<string[]> {
  const counts = new Map<string, number>();
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,svelte,css}`);
  for await (const file of glob(patterns, { cwd: repository })) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) => folderObjection(folder, count) ?? []);
}

/** Why a folder of so many files should be divided, or nothing. */
export function folderObjection(folder: string, count: number): string | undefined {
  if (folder === componentFolder || count <= MOST_FILES) return undefined;
  return `${folder} holds ${count} files, at most ${MOST_FILES} are allowed: give a part its own folder`;
}

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
