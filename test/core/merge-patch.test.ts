import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Fields,
  flattenFields,
  mergeFields,
  nestFields,
} from '../../shared/core/merge-patch.ts';

const record = { name: 'Acme', contact: { name: 'Ada', phone: '1' }, tags: ['a', 'b'], taxId: 'x' };

describe('laying a patch over a record', () => {
  test.each<[string, Fields, Fields]>([
    ['replaces a value', { name: 'Beta' }, { ...record, name: 'Beta' }],
    [
      'descends into objects',
      { contact: { phone: '2' } },
      { ...record, contact: { name: 'Ada', phone: '2' } },
    ],
    ['replaces lists whole', { tags: ['c'] }, { ...record, tags: ['c'] }],
    ['keeps null as a value', { taxId: null }, { ...record, taxId: null }],
    ['adds what was missing', { extra: { a: 1 } }, { ...record, extra: { a: 1 } }],
    ['leaves all else alone', {}, record],
  ])('%s', (_, patch, merged) => {
    expect(mergeFields(record, patch)).toEqual(merged);
  });

  test('changes neither the record nor the patch', () => {
    const patch = { contact: { phone: '2' } };
    const before = structuredClone({ record, patch });

    mergeFields(record, patch);

    expect({ record, patch }).toEqual(before);
  });
});

describe('the leaves of a patch', () => {
  test('are named by their dotted paths', () => {
    const leaves = flattenFields({ name: 'Acme', contact: { email: 'a', phone: undefined } });

    expect(leaves).toEqual({ name: 'Acme', 'contact.email': 'a' });
  });

  test('make the same patch again', () => {
    const name = fc.stringMatching(/^[a-z]{1,5}$/);
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()));
    const { fields } = fc.letrec<{ fields: Fields; value: unknown }>((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, leaf, tie('fields')),
      fields: fc.dictionary(name, tie('value'), { minKeys: 1, noNullPrototype: true }),
    }));

    fc.assert(
      fc.property(fields, (patch) => {
        expect(nestFields(flattenFields(patch))).toEqual(patch);
      }),
    );
  });
});
