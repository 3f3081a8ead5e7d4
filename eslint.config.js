import { builtinModules } from 'node:module';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { literalAnswer, literalText } from './eslint/literal-text.js';
import svelteConfig from './svelte.config.js';

/* What `no-restricted-syntax` refuses, and why. A later entry for the same rule
 * replaces an earlier one, so each root below names its whole list. */

const barrels = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the file that holds the thing.',
};

const bareImports = {
  selector:
    ':matches(ImportDeclaration, ExportNamedDeclaration, ImportExpression) > Literal.source[value=/^\\.{1,2}\\u002F(?!.*\\.(ts|js|svelte|css|json|svg)(\\?\\w+)?$)/]',
  message: 'Write the file extension: Node runs these sources as they are.',
};

const defaultExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name everywhere.',
};

const bypassingWrites = [
  'CallExpression[callee.property.name=/^(nativeUpdate|nativeDelete|upsert|upsertMany|insertMany)$/]',
  'CallExpression[callee.object.name="em"][callee.property.name="insert"]',
  'CallExpression[callee.object.property.name="em"][callee.property.name="insert"]',
].map((selector) => ({
  selector,
  message: 'This bypasses the unit of work, so neither logged nor audited.',
}));

const bareSocketHandlers = {
  selector:
    'CallExpression[callee.object.name=/socket$/i][callee.property.name=/^(on|once|onAny|prependAny)$/]',
  message:
    'A bare handler that throws, or gets a malformed packet, ends the process: use the wrapper of server/live, which parses, checks the acknowledgement and catches.',
};

const rawKeys = {
  selector: 'MemberExpression[object.name="event"][property.name=/^(key|isComposing|keyCode)$/]',
  message:
    'While an input method composes, Enter and Escape are its own: ask keyOf of client/ui/keys.ts.',
};

const nameOf =
  'Identifier[name=/^(displayName|(account|record|decidedBy|endedBy)Name)$/], MemberExpression[property.name=/^(displayName|[a-z]+Name)$/]';
const sentence = 'TemplateLiteral:has(> TemplateElement[value.raw=/[a-z“”] | [a-z“”]/])';

const namesInTexts = {
  selector: `:not(TaggedTemplateExpression) > ${sentence} > :matches(${nameOf})`,
  message:
    'Some names run, or pretend to run, from right to left, and would turn the words around them: isolated(name) of shared/core/isolated.ts.',
};

/** What is called a name on a page is one of people; elsewhere it may be that of a column. */
const namesOnPages = {
  selector: `:not(TaggedTemplateExpression) > ${sentence} > Identifier[name="name"]`,
  message: namesInTexts.message,
};

const namesInMarkup = {
  selector: `:has(> SvelteText[value=/[^\\s]/]) > SvelteMustacheTag > :matches(${nameOf}, Identifier[name="name"])`,
  message: 'A name beside words would turn them: <Name of={…} /> of client/ui/Name.svelte.',
};

/* A message that is kept keeps its language when the reader changes theirs. */
const kept =
  ':matches(Program, ExportNamedDeclaration, SvelteScriptElement) > VariableDeclaration > VariableDeclarator';
const message = '[object.name="words"]';
const keptWords = [
  `VariableDeclarator[init.callee.name="$props"] AssignmentPattern MemberExpression${message}`,
  `${kept} > MemberExpression.init${message}`,
  `${kept} > CallExpression.init[callee.object.name="words"]`,
  `${kept} > ObjectExpression.init > Property > MemberExpression.value${message}`,
  `${kept} > ArrayExpression.init > ObjectExpression > Property > MemberExpression.value${message}`,
  `PropertyDefinition > MemberExpression.value${message}`,
  `CallExpression[callee.name="$state"] > MemberExpression${message}`,
].map((selector) => ({
  selector,
  message:
    'Kept here, it stays in the language of that moment: read it in the markup, by $derived or in a function.',
}));

const ownLengths = {
  selector: 'SvelteAttribute[key.name="maxlength"] :matches(Literal, SvelteLiteral)',
  message: 'The server counts too: take the number of LENGTHS in shared/core/lengths.ts.',
};

const bareOverlays = {
  selector: 'SvelteAwaitBlock[expression.type="ImportExpression"]',
  message:
    'Until the overlay is there, keys would be shortcuts of what lies below: shortcuts.whileLoading(import(…)).',
};

const everywhere = [barrels, bareImports];
const sources = [...everywhere, defaultExports];
const product = [...sources, namesInTexts];

/* Imports that no file, or all but one, may have. */

const nodePrefix = builtinModules
  .filter((name) => !name.startsWith('_') && !name.startsWith('node:'))
  .map((name) => ({ name, message: `Write node:${name}.` }));

const lucia = {
  name: 'lucia',
  message: 'Lucia is no longer developed: only server/sign-in/sessions.ts may know it.',
};

/* Globals of the other side. Names both sides have (fetch, URL, crypto …) are free. */

const nodeNames = Object.keys(globals.nodeBuiltin);
const browserNames = Object.keys(globals.browser);
const nodeOnly = nodeNames.filter((name) => !(name in globals.browser));
const browserOnly = browserNames.filter((name) => !(name in globals.nodeBuiltin));

function withoutGlobals(names, message) {
  return { 'no-restricted-globals': ['error', ...names.map((name) => ({ name, message }))] };
}

const noBrowser = browserOnly.map((name) => ({
  name,
  message: 'There is no browser in the server.',
}));

const bareTimers = ['setTimeout', 'setInterval'].map((name) => ({
  name,
  message:
    'An error in a bare timer ends the process: use `after` and `every` of server/core/timers.ts.',
}));

/* Rules that need types are in .oxlintrc.json, and for components in .oxlintrc.components.json:
 * that linter shares the native compiler with the type check, and takes a tenth of the time. */

export default tseslint.config(
  {
    ignores: [
      '.svelte-check/',
      'dist/',
      'data/',
      'coverage/',
      'test-results/',
      'playwright-report/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  tseslint.configs.recommended,
  svelte.configs.recommended,
  svelte.configs.prettier,

  {
    languageOptions: {
      globals: { ...globals.es2025, ...globals['shared-node-browser'] },
    },
    rules: {
      'no-undef': 'off', // the type checker knows better
      'no-console': 'error',
      'no-param-reassign': 'error',
      'no-restricted-syntax': ['error', ...sources],
      'no-restricted-imports': ['error', { paths: [...nodePrefix, lucia] }],
      curly: ['error', 'multi-line'],
      eqeqeq: ['error', 'smart'],
      'object-shorthand': 'error',
      'prefer-template': 'error',

      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreUsingDeclarations: true },
      ],
    },
  },

  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, svelteConfig },
    },
    rules: {
      'svelte/block-lang': ['error', { script: 'ts', style: null }],
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/no-navigation-without-resolve': 'off', // SvelteKit's
      'svelte/require-store-reactive-access': 'off', // there are no stores, and it asks for types
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },

  {
    files: ['shared/**'],
    rules: {
      ...withoutGlobals(
        [...nodeOnly, ...browserOnly],
        'shared/ runs on both sides: neither Node nor the browser may be taken for granted.',
      ),
      'no-restricted-syntax': ['error', ...product],
    },
  },
  {
    files: ['client/**'],
    rules: {
      ...withoutGlobals(nodeOnly, 'There is no Node in the browser.'),
      'no-restricted-syntax': [
        'error',
        ...product,
        namesOnPages,
        namesInMarkup,
        ownLengths,
        rawKeys,
        bareOverlays,
        ...keptWords,
      ],
    },
  },
  {
    files: ['client/**', 'shared/**'],
    ignores: ['**/words.*.ts'],
    plugins: { canopy: { rules: { 'literal-text': literalText } } },
    rules: { 'canopy/literal-text': 'error' },
  },
  {
    files: ['server/**'],
    ignores: ['**/words.*.ts'],
    plugins: { canopy: { rules: { 'literal-answer': literalAnswer } } },
    rules: { 'canopy/literal-answer': 'error' },
  },
  {
    files: ['client/ui/keys.ts', 'client/factors/AppSetup.svelte'], // the helper; a picture
    rules: { 'no-restricted-syntax': ['error', ...sources] },
  },
  {
    files: ['server/**'],
    rules: {
      'no-restricted-globals': ['error', ...noBrowser, ...bareTimers],
      'no-restricted-syntax': ['error', ...product, ...bypassingWrites, bareSocketHandlers],
    },
  },
  {
    files: ['server/core/timers.ts', 'server/run-server.ts', 'server/start-server.ts'],
    rules: { 'no-restricted-globals': ['error', ...noBrowser] },
  },
  {
    files: ['server/core/db/**', 'server/core/changes/**', 'server/sign-in/sessions.ts'],
    rules: { 'no-restricted-syntax': ['error', ...product, bareSocketHandlers] },
  },
  {
    files: ['server/live/**'],
    ignores: ['server/live/sockets/*socket*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...product, bareSocketHandlers] },
  },
  {
    files: ['server/demo/**'], // what is printed, of made-up names
    rules: {
      'no-restricted-syntax': ['error', ...sources, ...bypassingWrites, bareSocketHandlers],
    },
  },
  {
    files: ['server/live/sockets/*socket*.ts'], // the wrapper itself
    rules: { 'no-restricted-syntax': ['error', ...sources] },
  },
  {
    files: ['server/sign-in/sessions.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: nodePrefix }] },
  },
  {
    files: ['server/core/log.ts', 'test/run.ts', 'test/support/steps.ts', 'test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.config.{js,ts}'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
);
