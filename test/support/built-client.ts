import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Manifest } from 'vite';
import { clientFolder, isClientBuilt } from '../../server/client-build.ts';

const root = resolve(import.meta.dirname, '../..');
const vite = join(root, 'node_modules/vite/bin/vite.js');

/** The client as a release has it. */
export interface BuiltClient {
  folder: string;
  manifest: Manifest;
}

/** The build that the product serves, made as `npm run build` does where it is not current. */
export async function builtClient(): Promise<BuiltClient> {
  if (!isClientBuilt()) {
    const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
    const words = ['build', '--logLevel', 'error'];
    await promisify(execFile)(process.execPath, [vite, ...words], { cwd: root, env });
  }
  const manifest = readFileSync(join(clientFolder, '.vite/manifest.json'), 'utf8');
  return { folder: clientFolder, manifest: JSON.parse(manifest) as Manifest };
}
