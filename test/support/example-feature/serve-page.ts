import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer } from 'vite';

const repository = resolve(import.meta.dirname, '../../..');

/** The example's page as Vite serves it, with the API of a server behind it. */
export async function servePage(api: string): Promise<AsyncDisposable & { url: string }> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'canopy-page-'));
  const vite = await createServer({
    configFile: false,
    root: import.meta.dirname,
    cacheDir,
    logLevel: 'error',
    plugins: [svelte({ configFile: resolve(repository, 'svelte.config.js') })],
    server: {
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      fs: { allow: [repository] },
      proxy: { '/api': { target: api }, '/socket.io': { target: api, ws: true } },
    },
  });
  await vite.listen();
  return {
    url: vite.resolvedUrls?.local[0] ?? '',
    async [Symbol.asyncDispose]() {
      await vite.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}
