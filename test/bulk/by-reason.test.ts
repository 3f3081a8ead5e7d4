import { expect, test } from 'vitest';
import { byReason } from '../../client/lists/bulk/by-reason.ts';
import type { BulkPreview } from '../../shared/bulk/contract.ts';

function row(title: string | null, reason?: string): BulkPreview['rows'][number] {
  const checks =
    reason === undefined ? [] : [{ name: 'state' as const, ok: false, detail: reason }];
  return { id: title ?? 'gone', title, allowed: title !== null && reason === undefined, checks };
}

test('rows that one check refuses are told together, the most first, by a few names', () => {
  const many = Array.from({ length: 7 }, (_, index) => row(`Unit ${index}`, 'A unit cannot.'));

  const obstacles = byReason([row('Acme'), row('Beta', 'It is locked.'), ...many, row(null)]);

  expect(obstacles).toEqual([
    { reason: 'A unit cannot.', names: [0, 1, 2, 3, 4].map((index) => `Unit ${index}`), more: 2 },
    { reason: 'It is locked.', names: ['Beta'], more: 0 },
  ]);
});
