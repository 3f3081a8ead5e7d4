import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { morePostgresSuites, postgresSuites } from './test/support/postgres-suites.ts';

const repository = import.meta.dirname;
const api = 'http://127.0.0.1:3000';
const underTest = process.env.VITEST !== undefined;

/** Tests that run on PostgreSQL and nowhere else. */
const postgresOnly = 'test/**/*.pg.test.ts';

/** Tests that run on PostgreSQL: what it may do otherwise, or all. */
const onPostgres = [
  postgresOnly,
  ...postgresSuites,
  ...(process.env.CANOPY_TEST_POSTGRES === 'all' ? morePostgresSuites : []),
];

/** Tests that take a process of their own. */
const alone = ['test/bench/**/*.test.ts', 'test/live/{convergence,new-enemy}.test.ts'];

/** Beside each text that the build wrote: what it is compressed, so that no request pays for it. */
const compressedCopies: Plugin = {
  name: 'compressed-copies',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => /\.(js|css|svg)$/.test(each))) {
      const file = path.join(dir, name);
      const text = fs.readFileSync(file);
      const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      fs.writeFileSync(`${file}.br`, brotliCompressSync(text, { params: quality }));
      fs.writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
    }
  },
};

/** The styles come after the frame that the page draws itself, which does not wait for them. */
const stylesAfterFrame: Plugin = {
  name: 'styles-after-frame',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const [styles = ''] = /\s*<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
      return html.replace(styles, '').replace(/\s*<\/body>/, `${styles}\n  </body>`);
    },
  },
};

export default defineConfig({
  root: 'client',
  cacheDir: '../node_modules/.vite',

  plugins: [
    svelte({
      configFile: '../svelte.config.js',
      // Tests run the client's state modules in Node; compiled for the server, runes do not react.
      dynamicCompileOptions: () => (underTest ? { generate: 'client' } : undefined),
    }),
    compressedCopies,
    stylesAfterFrame,
  ],

  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0, // no data: addresses, so the content security policy can refuse them
    reportCompressedSize: false,
    // The libraries that every page uses come in one file, which imports nothing of ours: modules
    // run in their order then, and a release without another version of them leaves it cached.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'base',
              test: /node_modules.(svelte|esm-env|clsx|@lucide)\//,
              minShareCount: 14,
            },
            // A dozen icons pack into as little as three do each by itself.
            { name: 'icons', test: /node_modules.@lucide\/svelte/, minShareCount: 3 },
            // Endpoints and records are values that modules of any file begin with: theirs imports
            // nothing of ours, so it has run before.
            {
              name: 'endpoints',
              test: /shared.(records|core.(endpoint|record)|[\w-]+.([\w-]+[-/\\])?(endpoints|records))\.ts$/,
            },
            // Many dialogs choose from a list, and no page does as it is drawn.
            { name: 'combobox', test: /client.ui.Combobox(Input)?\./, minShareCount: 3 },
            // Fields of forms: most dialogs have some, and few pages as they are drawn.
            { name: 'fields', test: /client.(ui.(Field|TextField|RadioGroup)|core.form)\./ },
            // What most pages share of ours is packed together: forty small files pack worse.
            {
              name: 'house',
              test: /(client.(ui|core|live|decisions|lists)|shared.[\w-]+)\//,
              minShareCount: 12,
            },
          ],
        },
      },
    },
    cssCodeSplit: false, // 16 KB in all, and a page that was loaded never waits for its styles
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
    setupFiles: [`${repository}/test/support/each-file.ts`],
    projects: [
      {
        extends: true,
        // Files share a process, and so load the server once: that is half of their time.
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...alone, postgresOnly],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: onPostgres,
          isolate: false,
          globalSetup: `${repository}/test/support/postgres-server.ts`,
          setupFiles: `${repository}/test/support/on-postgres.ts`,
        },
      },
      // A process for each file, because they measure it or keep it busy.
      { extends: true, test: { name: 'alone', include: alone } },
    ],
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000, // a machine that is busy otherwise is slow, not broken
    hookTimeout: 120_000,
    teardownTimeout: 10_000,
  },
});
