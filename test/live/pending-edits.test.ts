import { describe, expect, test } from 'vitest';
import {
  afterLanding,
  afterProblem,
  type Edit,
  holds,
  over,
  overlayOf,
  partOf,
  withEdit,
} from '../../client/live/edits/pending-edits.ts';
import { RecordTypes } from '../../client/live/records.ts';
import { resumed, storedEdits } from '../../client/live/edits/stored-edits.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { records } from '../../shared/records.ts';
import { TabStorage } from '../support/tab-storage.ts';

const types = new RecordTypes(records);
const taken: Problem = { type: '', title: '', status: 409, code: 'version.conflict', detail: '' };

function edit(id: string, given: Partial<Edit> = {}): Edit {
  return {
    id,
    resource: 'organisation',
    recordId: 'alder',
    organisationId: 'alder',
    field: 'displayName',
    label: 'Name',
    recordName: 'Alder',
    patch: { displayName: id },
    before: { displayName: 'Alder' },
    base: 3,
    at: 0,
    state: 'waiting',
    isSent: false,
    isUndo: false,
    problem: undefined,
    ...given,
  };
}

const address = (id: string, lines: object, given: Partial<Edit> = {}): Edit =>
  edit(id, { resource: 'billing', field: 'address', patch: { address: lines }, ...given });

describe('a second edit of a field', () => {
  test('takes the place of one that was not sent yet, on the version seen at first', () => {
    const second = edit('second', { base: 5, before: { displayName: 'first' } });

    const queue = withEdit([edit('first')], second);

    expect(queue).toEqual([{ ...edit('first'), patch: { displayName: 'second' } }]);
  });

  test('keeps the lines that only the first had touched', () => {
    const before = { address: { line1: 'Old Road' } };
    const queue = withEdit(
      [address('first', { line1: '1 Forest Road' }, { before })],
      address('second', { city: 'Bonn' }, { before: { address: { city: 'Berlin' } } }),
    );

    expect(queue).toHaveLength(1);
    expect(queue[0]).toMatchObject({
      patch: { address: { line1: '1 Forest Road', city: 'Bonn' } },
      before: { address: { line1: 'Old Road', city: 'Berlin' } },
    });
  });

  test.each(['sending', 'waiting'] as const)(
    'follows one that may have been carried out, and is %s',
    (state) => {
      const first = edit('first', { isSent: true, state });

      const queue = withEdit([first], edit('second'));

      expect(queue).toEqual([first, edit('second')]);
    },
  );

  test.each(['conflict', 'refused'] as const)('settles one in %s', (state) => {
    const queue = withEdit([edit('first', { state, problem: taken })], edit('second'));

    expect(queue).toEqual([edit('second')]);
  });

  test('leaves other fields and other records alone', () => {
    const others = [edit('a', { field: 'description' }), edit('b', { recordId: 'birch' })];

    expect(withEdit(others, edit('c'))).toEqual([...others, edit('c')]);
  });
});

describe('when an edit has landed', () => {
  test('the next of its field stands on the version it made, the others where they stood', () => {
    const other = edit('other', { field: 'description' });
    const queue = [edit('first', { isSent: true }), edit('second'), other];

    expect(afterLanding(queue, edit('first'), 7)).toEqual([edit('second', { base: 7 }), other]);
  });

  test('one that overwrites knowingly goes on doing so', () => {
    const queue = afterLanding([edit('first'), edit('second', { base: '*' })], edit('first'), 7);

    expect(queue[0]?.base).toBe('*');
  });
});

describe('when an edit is refused', () => {
  test('it stays, with the reason', () => {
    const queue = afterProblem([edit('first')], edit('first'), 'refused', taken);

    expect(queue).toEqual([edit('first', { state: 'refused', problem: taken })]);
  });

  test('a newer one of the field goes on in its place, on what it stood on', () => {
    const first = edit('first', { base: 2 });
    const second = edit('second', { base: 4, before: { displayName: 'first' } });

    const queue = afterProblem([first, second], first, 'conflict', taken);

    expect(queue).toEqual([edit('second', { base: 2 })]);
  });

  test('a newer one that leaves some of it out does not replace it', () => {
    const first = address('first', { line1: '1 Forest Road' });
    const second = address('second', { city: 'Bonn' });

    const queue = afterProblem([first, second], first, 'conflict', taken);

    expect(queue.map(({ id, state }) => [id, state])).toEqual([
      ['first', 'conflict'],
      ['second', 'waiting'],
    ]);
  });
});

describe('a record under its edits', () => {
  test('shows what is on its way, in order, and not what was refused', () => {
    const queue = [
      edit('first', { state: 'sending' }),
      edit('second'),
      edit('third', { field: 'description', patch: { description: 'x' }, state: 'refused' }),
      edit('fourth', { recordId: 'birch' }),
    ];

    expect(overlayOf(queue, edit('any'))).toEqual({ displayName: 'second' });
  });

  test('is itself where nothing is on its way', () => {
    expect(overlayOf([edit('first', { state: 'conflict' })], edit('any'))).toBeUndefined();
  });

  test('is compared in the parts that an edit touches', () => {
    const record = { name: 'a', contact: { email: 'x', phone: 'y' }, choices: {} };
    const patch = { contact: { email: 'z' }, choices: { 'a.b': 'deny' } };

    const part = partOf(record, patch, 'inherit');

    expect(part).toEqual({ contact: { email: 'x' }, choices: { 'a.b': 'inherit' } });
    expect(holds(record, part, 'inherit')).toBe(true);
    expect(holds({ ...record, contact: { email: 'other' } }, part, 'inherit')).toBe(false);
  });
});

describe('putting one’s own value over another’s', () => {
  const conflict = {
    field: 'displayName',
    yours: 'first',
    theirs: 'Elder',
    changedBy: { id: 'ann', displayName: 'Ann' },
    changedAt: '2026-01-01T00:00:00Z',
  };
  const clashing = edit('first', { problem: { ...taken, conflicts: [conflict] } });

  test('stands on the version that holds the other value, where that is known', () => {
    const answer = over(clashing, { displayName: 'Elder', version: 8 }, null);

    expect(answer).toEqual({ base: 8, before: { displayName: 'Elder' } });
  });

  test('knows it by a name that holds dots', () => {
    const field = 'choices.tenant.createUnit';
    const mine = edit('deny', {
      patch: { choices: { 'tenant.createUnit': 'deny' } },
      problem: { ...taken, conflicts: [{ ...conflict, field, theirs: 'allow' }] },
    });

    const choices = { 'tenant.createUnit': 'allow', other: 'x' };
    const answer = over(mine, { choices, version: 8 }, null);

    expect(answer).toEqual({ base: 8, before: { choices: { 'tenant.createUnit': 'allow' } } });
  });

  test('overwrites knowingly where it is not', () => {
    const answer = over(clashing, { displayName: 'Alder', version: 3 }, null);

    expect(answer).toEqual({ base: '*', before: { displayName: 'Elder' } });
  });
});

describe('edits that a tab kept', () => {
  test('are read back, those of another account not', () => {
    const tab = new TabStorage();
    storedEdits('ann', () => tab, types).current = [edit('first', { state: 'sending' })];

    expect(resumed(storedEdits('ann', () => tab, types).current)).toEqual([edit('first')]);
    expect(storedEdits('ben', () => tab, types).current).toEqual([]);
  });

  test.each([
    ['no list', {}],
    ['a list of something else', [1, null, 'edit']],
    ['an unknown resource', [edit('a', { resource: 'grant' as never })]],
    ['an inherited name for a resource', [edit('a', { resource: 'toString' as never })]],
    ['a version that is none', [edit('a', { base: 'latest' as never })]],
    ['no patch', [edit('a', { patch: null as never })]],
    ['an unknown state', [edit('a', { state: 'lost' as never })]],
    ['one good and one bad', [edit('a'), { ...edit('b'), id: 7 }]],
  ])('count as none where they are %s', (_, stored) => {
    const tab = new TabStorage();
    tab.setItem('canopy:edits:ann', JSON.stringify(stored));

    expect(storedEdits('ann', () => tab, types).current).toEqual([]);
  });
});
