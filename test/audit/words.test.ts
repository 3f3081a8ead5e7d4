import { describe, expect, test } from 'vitest';
import { auditWords } from '../../client/app/audit-words.ts';
import { deedWords, fieldChanges, fieldWords, valueWords } from '../../client/audit/audit-words.ts';
import { exportUrl } from '../../client/audit/chosen.ts';
import { publications } from '../../server/features.ts';
import type { AuditedChange, AuditOutcome } from '../../shared/audit/contract.ts';

const nobody = () => undefined;

describe('a deed in words', () => {
  test.each<[string, AuditOutcome, string]>([
    ['organisation.suspend', 'done', 'Suspended an organisation'],
    ['organisation.suspend', 'denied', 'Tried to suspend this organisation'],
    ['accounts.view', 'denied', 'Tried to see the accounts here'],
    ['session.signInFailed', 'failed', 'Failed to sign in'],
    ['token.make', 'done', 'Created an API token'],
    ['token.polish', 'done', 'API token: polish'],
  ])('%s, %s', (action, outcome, words) => {
    expect(deedWords(auditWords, { action, outcome })).toBe(words);
  });
});

describe('a deed whose direction matters tells it', () => {
  test.each<[action: string, after: Record<string, unknown>, string]>([
    [
      'organisation.setManagementMode',
      { managementMode: 'self-managed' },
      'Closed an organisation to the levels above',
    ],
    [
      'organisation.setManagementMode',
      { managementMode: 'managed' },
      'Opened an organisation to the levels above',
    ],
    ['provider.edit', { enabled: false }, 'Turned an identity provider off'],
    ['provider.edit', { label: 'Entra' }, 'Changed an identity provider'],
  ])('%s, %o', (action, after, words) => {
    const changes = [{ resource: 'record', id: '1', op: 'update' as const, before: {}, after }];

    expect(deedWords(auditWords, { action, outcome: 'done', changes })).toBe(words);
  });
});

describe('a change, field by field', () => {
  const change = (op: AuditedChange['op'], before: object, after: object) =>
    fieldChanges(
      { resource: 'organisation', id: '1', op, before: { ...before }, after: { ...after } },
      nobody,
    );

  test('tells what a field was and became, but not when', () => {
    const before = { displayName: 'Acme', updatedAt: '2026-01-01T00:00:00.000Z' };
    const after = { displayName: 'Acme Works', updatedAt: '2026-01-02T00:00:00.000Z' };

    expect(change('update', before, after)).toEqual([
      { field: 'displayName', before: 'Acme', after: 'Acme Works' },
    ]);
  });

  test('has one side where something came or went, and only what it held', () => {
    const record = { displayName: 'Acme', description: '' };

    expect(change('create', {}, record)).toEqual([
      { field: 'displayName', before: undefined, after: 'Acme' },
    ]);
    expect(change('delete', record, {})).toEqual([
      { field: 'displayName', before: 'Acme', after: undefined },
    ]);
  });

  test('tells of what was emptied', () => {
    expect(change('update', { description: 'anvils' }, { description: '' })).toEqual([
      { field: 'description', before: 'anvils', after: 'none' },
    ]);
  });
});

describe('a value in words', () => {
  test.each([
    [null, 'none'],
    ['', 'none'],
    [true, 'yes'],
    [false, 'no'],
    [7, '7'],
    [{ a: 1 }, '{"a":1}'],
    ['PartnerReader', 'Partner reader'],
    ['2026-03-03T14:05:00.000Z', expect.stringMatching(/3 Mar 2026/) as string],
    ['Acme', 'Acme'],
  ])('%j', (value, words) => {
    expect(valueWords(value, nobody)).toEqual(words);
  });

  test('an organisation’s id is told by its name', () => {
    expect(valueWords('1', () => 'Acme')).toBe('Acme');
  });
});

test('a field is told without its dots and humps', () => {
  expect(fieldWords('contact.postalCode')).toBe('Contact postal code');
});

test('a file is asked for with what is chosen, and nothing else', () => {
  const chosen = { q: 'a&b', outcome: undefined, actor: '1' };

  expect(exportUrl(undefined, 'jsonl', chosen)).toBe(
    '/api/audit/export?format=jsonl&q=a%26b&actor=1',
  );
});

test('every record of the audit has a name that it can be chosen by', () => {
  expect(Object.keys(auditWords.records).sort()).toEqual(
    publications.map(({ resource }) => resource).sort(),
  );
});
