import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Manifest } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const vite = join(root, 'node_modules/vite/bin/vite.js');

/** The client as a release has it, in a folder that goes when it is disposed. */
export interface BuiltClient extends Disposable {
  folder: string;
  manifest: Manifest;
}

/** Builds it as `npm run build` does, apart from the build that others may be serving. */
export async function buildClient(): Promise<BuiltClient> {
  const folder = mkdtempSync(join(tmpdir(), 'canopy-client-'));
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
  const words = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [vite, ...words], { cwd: root, env });
  const manifest = readFileSync(join(folder, '.vite/manifest.json'), 'utf8');
  return {
    folder,
    manifest: JSON.parse(manifest) as Manifest,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
