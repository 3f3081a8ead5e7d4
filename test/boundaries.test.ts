import { describe, expect, test } from 'vitest';
import { objection } from './support/boundaries.ts';
import { folderObjection, scanFolders, scanSizes, sizeObjection } from './support/file-sizes.ts';
import { findCycles, importsOf, scanImports } from './support/imports.ts';
import { scanTables, tablesAbove } from './support/tables.ts';
import { pathsByHand, scanPathsByHand } from './support/tree-paths.ts';

const imports = await scanImports(`${import.meta.dirname}/..`, ['shared', 'server', 'client']);

describe('the import order', () => {
  test('is kept by every file', () => {
    const broken = imports.flatMap((it) => {
      const because = objection(it);
      return because ? [`${it.from} imports ${it.to}: ${because}`] : [];
    });

    expect(broken).toEqual([]);
  });

  test('leaves no cycle of modules at run time', () => {
    expect(findCycles(imports).map((cycle) => cycle.join(' → '))).toEqual([]);
  });

  test('has no index files to hide behind', () => {
    const barrels = imports.filter(({ from }) => /(^|\/)index\.ts$/.test(from));

    expect(barrels.map(({ from }) => from)).toEqual([]);
  });
});

describe('a statement', () => {
  test('names tables of its own feature and of those below', async () => {
    expect(await scanTables(`${import.meta.dirname}/..`)).toEqual([]);
  });

  test.each([
    [
      'server/access/list-grants.ts',
      'select 1 from grants g join sessions s on s.id = g.id',
      'sessions',
    ],
    ['server/core/changes/append-log.ts', 'select path from organisations', 'organisations'],
    ['server/sign-in/sessions.ts', 'update passkeys set name = ?', 'passkeys'],
  ])('of %s is refused: %s', (file, statement, table) => {
    expect(tablesAbove(file, `em.execute('${statement}')`)).toEqual([table]);
  });
});

describe('a path of the tree', () => {
  test('is taken apart, put together and compared in path.ts and within.ts alone', async () => {
    const folders = ['shared', 'server', 'client', 'test'];

    expect(await scanPathsByHand(`${import.meta.dirname}/..`, folders)).toEqual([]);
  });

  test.each([
    ["const ids = path.split('/');"],
    ["const id = path.slice(path.lastIndexOf('/') + 1);"],
    ['const isBelow = path.startsWith(`${above.path}/`);'],
    ['const isWithin = `${path}/`.startsWith(`${top}/`);'],
    ['em.execute(sql, [path, `${path}/%`]);'],
    ['const end = `${path}0`;'],
    ['const path = `${parent.path}/${id}`;'],
    ['const isOnTheWay = person.homePath.includes(id);'],
  ])('is seen where it is not: %s', (text) => {
    expect(pathsByHand('server/tokens/list-invoices.ts', text)).not.toEqual([]);
  });

  test('is something else in an address', () => {
    expect(pathsByHand('client/core/paths.ts', '`${path}/accounts?next=${id}`')).toEqual([]);
    expect(pathsByHand('shared/core/pages.ts', "pathname.split('/')")).toEqual([]);
  });
});

describe('a source file', () => {
  test('has at most 250 lines, unless it was longer once and only shrinks', async () => {
    const folders = ['shared', 'server', 'client'];

    expect(await scanSizes(`${import.meta.dirname}/..`, folders)).toEqual([]);
  });

  test('of 251 lines is refused', () => {
    expect(sizeObjection('server/app.ts', 251)).toContain('at most 250');
    expect(sizeObjection('server/app.ts', 250)).toBeUndefined();
  });

  test('may be as long as its table, if it is the one of permissions', () => {
    expect(sizeObjection('shared/access/actions.ts', 400)).toBeUndefined();
  });
});

describe('a folder', () => {
  test('holds at most 30 files, the components apart', async () => {
    const folders = ['shared', 'server', 'client'];

    expect(await scanFolders(`${import.meta.dirname}/..`, folders)).toEqual([]);
  });

  test('of 31 is refused', () => {
    expect(folderObjection('server/tokens', 31)).toContain('server/tokens holds 31 files');
    expect(folderObjection('server/tokens', 30)).toBeUndefined();
  });
});

describe('the judge of imports', () => {
  test.each([
    ['shared/core/ids.ts', '../access/roles.ts'],
    ['shared/access/decide.ts', '../invoices/contract.ts'],
    ['shared/audit/contract.ts', 'node:crypto'],
    ['server/core/db/work.ts', '../../organisations/routes.ts'],
    ['server/organisations/routes.ts', '../accounts/routes.ts'],
    ['server/app.ts', '../test/support/world.ts'],
    ['server/helpers/sum.ts', '../../shared/core/ids.ts'],
    ['client/ui/Button.svelte', '../core/api.ts'],
    ['client/usage/Usage.svelte', '../invoices/Invoice.svelte'],
    ['client/live/store/store.svelte.ts', 'socket.io'],
    ['client/app/App.svelte', '../../server/app.ts'],
  ])('refuses %s the import of %s', (from, to) => {
    expect(importsOf(from, fileWith(from, to)).map(objection)).toEqual([expect.any(String)]);
  });

  test.each([
    ['shared/changes.ts', './audit/changes.ts'],
    ['server/tokens/routes.ts', '../organisations/find-organisation.ts'],
    ['server/tokens/routes.ts', '../organisations/organisation.entity.ts'],
    ['server/audit/list-changes.ts', '../core/changes/change.entity.ts'],
    ['server/demo/main.ts', '../app.ts'],
    ['server/main.ts', './core/env.ts'],
    ['client/app/App.svelte', '../usage/Usage.svelte'],
    ['client/usage/Usage.svelte', 'socket.io-client'],
  ])('lets %s import %s', (from, to) => {
    expect(importsOf(from, fileWith(from, to)).map(objection)).toEqual([undefined]);
  });

  test('refuses another feature’s entity as a value', () => {
    const text = `import { Organisation } from '../organisations/organisation.entity.ts';`;

    expect(importsOf('server/tokens/routes.ts', text).map(objection)).toEqual([
      expect.stringContaining('call its use cases'),
    ]);
  });

  test('refuses endpoints a schema as a value', () => {
    const text = `import { Token } from './contract.ts'; import { endpoint } from '../core/endpoint.ts';`;

    expect(importsOf('shared/tokens/endpoints.ts', text).map(objection)).toEqual([
      expect.stringContaining('as types alone'),
      undefined,
    ]);
  });

  test('sees imports in markup, in types and in re-exports', () => {
    const markup = `{#await import('../audit/Log.svelte')}{/await}`;
    const script = `export { a } from './a.ts'; type B = import('./b.ts').B; const c = import('./c.ts');`;

    expect(importsOf('client/x/X.svelte', markup)).toMatchObject([{ isLazy: true }]);
    expect(importsOf('client/x/x.ts', script).map(({ to }) => to)).toEqual([
      'client/x/a.ts',
      'client/x/b.ts',
      'client/x/c.ts',
    ]);
  });

  test('finds a cycle, but not one of types', () => {
    const cycle = [
      ...importsOf('a.ts', `import './b.ts'`),
      ...importsOf('b.ts', `import './a.ts'`),
    ];
    const types = [
      ...importsOf('a.ts', `import type { B } from './b.ts'`),
      ...importsOf('b.ts', `import './a.ts'`),
    ];

    expect(findCycles(cycle)).toEqual([['a.ts', 'b.ts', 'a.ts']]);
    expect(findCycles(types)).toEqual([]);
  });
});

function fileWith(from: string, to: string): string {
  const script = `import type { x } from '${to}';`;
  return from.endsWith('.svelte') ? `<script lang="ts">${script}</script>` : script;
}
