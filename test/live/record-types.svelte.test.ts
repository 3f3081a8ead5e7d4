import { expect, test } from 'vitest';
import type { z } from 'zod';
import { endpointUrl } from '../../client/core/endpoint-url.ts';
import { RecordTypes } from '../../client/live/records.ts';
import { LiveStore } from '../../client/live/store/store.svelte.ts';
import { answersPage, answersRecord, endpoint, takesBody } from '../../shared/core/endpoint.ts';
import { record } from '../../shared/core/record.ts';
import type { Change, Resource } from '../../shared/live/contract.ts';
import { records } from '../../shared/records.ts';

interface Line {
  id: string;
  organisationId: string;
  invoiceId: string;
  text: string;
  version: number;
}

type LineSchema = z.ZodType<Line>;
const findLine = endpoint('GET /lines/:id', answersRecord<LineSchema>());
const editLine = endpoint('PATCH /lines/:id', answersRecord<LineSchema>(), takesBody<z.ZodType>());
const listLines = endpoint('GET /invoices/:id/lines', answersPage<LineSchema>());

/** A type that the product does not know, whose lists belong to another record. */
const lineRecord = record<Line>()({
  name: 'line',
  topic: 'billing',
  find: findLine,
  edit: editLine,
  list: listLines,
  ownerOf: ({ invoiceId }) => invoiceId,
  nameOf: ({ text }) => text,
});

const types = new RecordTypes([...records, lineRecord]);
const line = 'line' as Resource;

function change(id: string, op: Change['op'], version: number, fields: Change['fields']): Change {
  return {
    seq: version,
    commit: `${id}-${String(version)}`,
    at: '2026-01-01T00:00:00.000Z',
    actor: { id: 'ann', displayName: 'Ann' },
    topic: 'billing',
    resource: line,
    id,
    organisationId: 'acme',
    path: ['platform', 'acme'],
    op,
    version,
    fields,
  };
}

test('a type that only its feature declares is held, listed by its owner and sorted by name', () => {
  const store = new LiveStore(types);
  const created = { organisationId: 'acme', invoiceId: 'may' };

  store.applyChange(change('b', 'create', 1, { ...created, text: 'Storage' }));
  store.applyChange(change('a', 'create', 1, { ...created, text: 'Traffic' }));
  store.applyChange(change('b', 'update', 2, { text: 'Vault' }));

  expect(store.list(line as never, 'may')).toEqual(['a', 'b']);
  expect(store.get(line, 'b')).toEqual({ id: 'b', ...created, text: 'Vault', version: 2 });
  expect(endpointUrl(types.finding('line'), { id: 'b' })).toBe('/api/lines/b');
  expect(endpointUrl(types.editing('line'), { id: 'b' })).toBe('/api/lines/b');
  expect(endpointUrl(types.listing('line'), { id: 'may' })).toBe('/api/invoices/may/lines');
});

test('one moves with its owner, and is taken away with a tombstone that names it', () => {
  const store = new LiveStore(types);
  const created = { organisationId: 'acme', invoiceId: 'may', text: 'Storage' };

  store.applyChange(change('b', 'create', 1, created));
  store.applyChange(change('b', 'update', 2, { invoiceId: 'june' }));
  expect(store.list(line as never, 'may')).toEqual([]);
  expect(store.list(line as never, 'june')).toEqual(['b']);

  store.applyChange(change('b', 'delete', 3, {}));
  expect(store.list(line as never, 'june')).toEqual([]);
  expect(store.tombstone(line, 'b')).toMatchObject({ name: 'Storage', op: 'delete' });
});

test('only a type that is read alone is edited, whichever types there are', () => {
  const editable = [...records, lineRecord].filter(({ name }) => types.isSingle(name));

  expect(editable.map(({ name }) => name)).toEqual([
    'organisation',
    'billing',
    'settings',
    'account',
    'line',
  ]);
});
