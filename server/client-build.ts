import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const sources = ['client', 'shared', 'vite.config.ts', 'svelte.config.js', 'package-lock.json'];

/** Where the built client is served from. */
export const clientFolder = path.join(root, 'dist');

/** The client is built if its build is missing or older than any of its sources. */
export async function ensureClientBuild(): Promise<void> {
  if (isClientBuilt()) return;
  process.stdout.write('Building the client …\n');
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' });
}

/** Whether there is a build of the client that is as new as its sources. */
export function isClientBuilt(): boolean {
  const page = path.join(clientFolder, 'index.html');
  const builtAt = fs.existsSync(page) ? fs.statSync(page).mtimeMs : 0;
  return sources.every((source) => newest(path.join(root, source)) <= builtAt);
}

function newest(file: string): number {
  if (!fs.existsSync(file)) return 0;
  const stat = fs.statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = fs.readdirSync(file).map((name) => newest(path.join(file, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
