import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Cell } from '../../server/core/lists/written-table.ts';
import { xlsxFile } from '../../server/core/lists/xlsx-file.ts';

async function* pagesOf(...pages: Cell[][][]): AsyncGenerator<Cell[][]> {
  yield* await Promise.resolve(pages);
}

const bytesOf = async (file: ReadableStream<Uint8Array>) =>
  Buffer.concat(await Array.fromAsync(file));

async function rowsOf(columns: string[], ...pages: Cell[][][]) {
  const file = xlsxFile({ name: 'customers', columns, pages: pagesOf(...pages) });
  const { sheets } = await readXlsx(await bytesOf(file));
  return sheets.map(({ name, rows }) => ({ name, rows }));
}

test('holds the columns, and every page after them', async () => {
  const found = await rowsOf(['name', 'childCount'], [['Elm', 3]], [['Oak', null]]);

  expect(found).toEqual([
    {
      name: 'customers',
      rows: [
        ['name', 'childCount'],
        ['Elm', 3],
        ['Oak', null],
      ],
    },
  ]);
});

test('what looks like a formula, markup or an escaped character stays text', async () => {
  const texts = [
    '=1+1',
    '@SUM(A1)',
    '<b>&amp;"',
    '_x0041_',
    'tab\u0009 and bell\u0007',
    '  wide  ',
  ];

  const [sheet] = await rowsOf(
    ['name'],
    texts.map((text) => [text]),
  );

  expect(sheet?.rows.flat()).toEqual(['name', ...texts]);
});

test('times are times, in UTC, down to the second', async () => {
  const at = new Date('2026-03-29T01:59:59.000Z');

  const [sheet] = await rowsOf(['createdAt', 'status'], [[at, 'active']]);

  expect(sheet?.rows[1]).toEqual([at, 'active']);
});

test('a list that cannot be read to its end is no whole file', async () => {
  async function* cutOff(): AsyncGenerator<Cell[][]> {
    yield await Promise.resolve([['Elm']]);
    throw new Error('Access has ended.');
  }
  const file = xlsxFile({ name: 'customers', columns: ['name'], pages: cutOff() });

  await expect(bytesOf(file)).rejects.toThrow('Access has ended.');
});
