import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const repository = import.meta.dirname;
const api = 'http://127.0.0.1:3000';
const underTest = process.env.VITEST !== undefined;

/** Tests that take a process of their own. */
const alone = [
  'test/**/*.pg.test.ts',
  'test/bench/**/*.test.ts',
  'test/live/{convergence,new-enemy}.test.ts',
];

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
    environment: 'node',
    // Svelte's own reactivity comes in a server edition too; Node would choose that one.
    alias: [
      { find: /^svelte$/, replacement: `${repository}/node_modules/svelte/src/index-client.js` },
      {
        find: /^svelte\/(reactivity|store)$/,
        replacement: `${repository}/node_modules/svelte/src/$1/index-client.js`,
      },
    ],
    pool: 'forks',
    maxWorkers: 3, // on two cores: tests wait for servers a good part of their time
    setupFiles: [`${repository}/test/support/after-each-file.ts`],
    projects: [
      {
        extends: true,
        // Files share a process, and so load the server once: that is half of their time.
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: alone,
          isolate: false,
        },
      },
      // A process for each file: they choose the database for all that they import, or measure it.
      { extends: true, test: { name: 'alone', include: alone } },
    ],
    testTimeout: 60_000, // a machine that is busy otherwise is slow, not broken
    hookTimeout: 120_000,
    teardownTimeout: 10_000,
  },
});
