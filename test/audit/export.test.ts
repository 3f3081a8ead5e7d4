import { describe, expect, test } from 'vitest';
import { csvLine } from '../../server/core/csv.ts';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;

async function pathWithDeeds(count: number): Promise<string> {
  const { id } = await world.create('tenant', 'alder', { displayName: '=1+1' });
  const path = `/organisations/${id}`;
  for (let deed = 1; deed < count; deed += 1) {
    await founder.patch(path, { description: `"${deed}", and\nmore` }, { ifMatch: '*' });
  }
  return `${path}/audit`;
}

describe('an export', () => {
  test('[U11] as JSON lines holds what the list shows, over all its pages', async () => {
    const path = await pathWithDeeds(230);
    const first = bodyOf(await founder.get<Page<AuditEntry>>(`${path}?limit=200`));
    const rest = bodyOf(
      await founder.get<Page<AuditEntry>>(`${path}?limit=200&cursor=${first.nextCursor}`),
    );

    const answer = await founder.raw('GET', `${path}/export?format=jsonl&action=organisation.edit`);

    const lines = answer.text.trim().split('\n');
    const edits = [...first.items, ...rest.items].filter(({ action }) => action.endsWith('.edit'));
    expect(lines.map((line) => JSON.parse(line) as AuditEntry)).toEqual(edits);
    expect(lines).toHaveLength(229);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-.*"$/);
  });

  test('[U11] as CSV has a line for each record, and nothing that a spreadsheet would compute', async () => {
    const path = await pathWithDeeds(2);

    const { text, headers } = await founder.raw('GET', `${path}/export?format=csv`);

    const [head, ...lines] = text.trim().split('\r\n');
    expect(head).toMatch(/^"seq","at","outcome","action","actorId","actor",/);
    expect(lines.map((line) => line.split('","')[3])).toEqual([
      'audit.export',
      'organisation.edit',
      'organisation.create',
    ]);
    expect(text).toContain(`,"'=1+1",`);
    expect(text).not.toContain('"=1+1');
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
  });

  test('[U11] is itself on record, with what was asked for', async () => {
    const path = await pathWithDeeds(1);

    await founder.raw('GET', `${path}/export?format=csv&outcome=done`);

    const { items } = bodyOf(await founder.get<Page<AuditEntry>>(path));
    expect(items[0]).toMatchObject({
      action: 'audit.export',
      notes: { format: 'csv', filter: { outcome: 'done' } },
    });
  });

  test('of everything is on record at home', async () => {
    const admin = await world.signIn('partner-admin@alder');

    const { status, text } = await admin.raw('GET', '/audit/export?format=jsonl');

    const { items } = bodyOf(await admin.get<Page<AuditEntry>>('/audit?action=audit.export'));
    expect(status).toBe(200);
    expect(text).not.toContain(world.ids.birch);
    expect(items[0]).toMatchObject({ organisationId: world.ids.alder });
  });

  test('is CSV where no format is named, and nothing but the two there are', async () => {
    const plain = await founder.raw('GET', '/audit/export');
    const other = await founder.raw('GET', '/audit/export?format=xml');

    expect(plain.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(other.status).toBe(422);
  });
});

test('a CSV file says that it is UTF-8, so that Müller opens as that', async () => {
  const { cookie, url } = founder;
  const response = await fetch(`${url}/api/audit/export?format=csv`, { headers: { cookie } });

  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

describe('[U11] a CSV cell', () => {
  test.each([
    ['plain', '"plain"'],
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' =1', `" '=1"`],
    ['\t=1', `"\t'=1"`],
    ['x;=1+1', `"x;'=1+1"`],
    ['x\t=1+1', `"x\t'=1+1"`],
    ['x|=1+1', `"x|'=1+1"`],
    ['x =1+1', `"x '=1+1"`],
    ['x,"=1+1', `"x,""'=1+1"`],
    ['a\n=1', `"a\n'=1"`],
    ['＝1+1', `"'＝1+1"`],
    ['\u200b=1+1', `"\u200b'=1+1"`],
    ['a,b', '"a,b"'],
    ['a - b', '"a - b"'],
    ['a "b"', '"a ""b"""'],
    ['a\nb', '"a\nb"'],
    [-1, '"-1"'],
    [null, '""'],
  ])('%j is written %j', (value, cell) => {
    expect(csvLine([value])).toBe(`${cell}\r\n`);
  });
});
