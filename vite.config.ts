import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const repository = import.meta.dirname;
const api = 'http://127.0.0.1:3000';
const underTest = process.env.VITEST !== undefined;

export default defineConfig({
  root: 'client',
  cacheDir: '../node_modules/.vite',

  plugins: [
    svelte({
      configFile: '../svelte.config.js',
      // Tests run the client's state modules in Node; compiled for the server, runes do not react.
      dynamicCompileOptions: () => (underTest ? { generate: 'client' } : undefined),
    }),
  ],

  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0, // no data: addresses, so the content security policy can refuse them
    reportCompressedSize: false,
  },

  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': api,
      '/healthz': api,
      '/socket.io': { target: api, ws: true },
    },
  },

  test: {
    root: repository,
    include: ['test/**/*.test.ts'],
    exclude: ['test/journeys/**'],
    environment: 'node',
    // Svelte's own reactivity comes in a server edition too; Node would choose that one.
    alias: [
      { find: /^svelte$/, replacement: `${repository}/node_modules/svelte/src/index-client.js` },
      {
        find: /^svelte\/(reactivity|store)$/,
        replacement: `${repository}/node_modules/svelte/src/$1/index-client.js`,
      },
    ],
    // A process for each file: tests start servers, databases and change the environment.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
