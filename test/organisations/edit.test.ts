import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf, type RequestOptions } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const admin = await world.signIn('partner-admin@alder');
const other = await world.signIn('distributor-admin@north');

const tenant = () => world.create('tenant', 'alder');
const pathOf = ({ id }: Organisation) => `/organisations/${id}`;
const read = async (of: Organisation) => bodyOf(await admin.get<Organisation>(pathOf(of)));

function patch(of: Organisation, fields: object, options?: RequestOptions, session = admin) {
  return session.patch<Organisation & Pick<Problem, 'conflicts'>>(pathOf(of), fields, options);
}

describe('changing an organisation', () => {
  test('answers the whole of it, one version on', async () => {
    const before = await tenant();

    const { status, headers, body } = await patch(
      before,
      { description: 'anvils' },
      { ifMatch: 1 },
    );

    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"2"');
    expect(body).toEqual({
      ...before,
      description: 'anvils',
      version: 2,
      updatedAt: body.updatedAt,
    });
    expect(body.updatedAt >= before.updatedAt).toBe(true);
    expect(await read(before)).toEqual(body);
  });

  test('takes a merge patch by its own name', async () => {
    const headers = { 'content-type': 'application/merge-patch+json' };

    const answer = await patch(await tenant(), { description: 'x' }, { ifMatch: 1, headers });

    expect(answer.status).toBe(200);
  });

  test('empties what is given as null', async () => {
    const before = await world.create('tenant', 'alder', { externalId: 'crm-1' });

    const { body } = await patch(before, { externalId: null }, { ifMatch: 1 });

    expect(body.externalId).toBeNull();
  });

  test('sorts and finds it by its new name', async () => {
    const before = await tenant();

    await patch(before, { displayName: 'Zebra crossing' }, { ifMatch: 1 });

    const found = await admin.get<{ items: Organisation[] }>('/organisations?q=ZEBRA');
    expect(bodyOf(found).items.map(({ id }) => id)).toEqual([before.id]);
  });

  test('[H7] refuses the external id of a sibling', async () => {
    const [first, second] = [await tenant(), await tenant()];
    await patch(first, { externalId: 'crm-2' }, { ifMatch: 1 });

    const answer = await patch(second, { externalId: 'crm-2', description: 'x' }, { ifMatch: 1 });

    expect(answer).toMatchObject({ status: 409, body: { code: 'external-id.taken' } });
    expect(await read(second)).toEqual(second);
  });
});

describe('the version that an editor saw', () => {
  test('has to be said', async () => {
    const before = await tenant();

    const answer = await patch(before, { description: 'x' });

    expect(answer).toMatchObject({ status: 428, body: { code: 'request.precondition-required' } });
    expect(await read(before)).toEqual(before);
  });

  test.each(['7', '"seven"', '"-1"', '"1", "2"'])('is refused as %s', async (ifMatch) => {
    const answer = await patch(await tenant(), { description: 'x' }, { ifMatch });

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'If-Match' }] } });
  });

  test('may be any, to overwrite knowingly', async () => {
    const before = await tenant();
    await patch(before, { description: 'theirs' }, { ifMatch: 1 }, other);

    const { status, body } = await patch(before, { description: 'mine' }, { ifMatch: '*' });

    expect(status).toBe(200);
    expect(body).toMatchObject({ description: 'mine', version: 3 });
  });

  test('may be older while the fields are others', async () => {
    const before = await tenant();
    await patch(before, { displayName: 'Theirs' }, { ifMatch: 1 }, other);

    const { status, body } = await patch(before, { description: 'mine' }, { ifMatch: 1 });

    expect(status).toBe(200);
    expect(body).toMatchObject({ displayName: 'Theirs', description: 'mine', version: 3 });
  });

  test('may be older for a field that changed before it', async () => {
    const before = await tenant();
    await patch(before, { description: 'first' }, { ifMatch: 1 }, other);
    await patch(before, { displayName: 'Second' }, { ifMatch: 2 }, other);

    const { status, body } = await patch(before, { description: 'mine' }, { ifMatch: 2 });

    expect(status).toBe(200);
    expect(body.description).toBe('mine');
  });
});

describe('two editors of one field', () => {
  test('learn of each other, and nothing is changed', async () => {
    const before = await tenant();
    const { account } = await other.who();
    const { body: theirs } = await patch(before, { displayName: 'Theirs' }, { ifMatch: 1 }, other);

    const yours = { displayName: 'Mine', description: 'mine' };
    const answer = await patch(before, yours, { ifMatch: 1 });

    expect(answer).toMatchObject({ status: 409, body: { code: 'version.conflict' } });
    expect(answer.body.conflicts).toEqual([
      {
        field: 'displayName',
        yours: 'Mine',
        theirs: 'Theirs',
        changedBy: { id: account.id, displayName: account.displayName },
        changedAt: theirs.updatedAt,
      },
    ]);
    expect(await read(before)).toEqual(theirs);
  });

  test('learn who was last of several', async () => {
    const before = await tenant();
    await patch(before, { description: 'first' }, { ifMatch: 1 }, other);
    const { account } = await admin.who();
    await patch(before, { description: 'second' }, { ifMatch: 2 });

    const answer = await patch(before, { description: 'third' }, { ifMatch: 1 }, other);

    expect(answer.body.conflicts).toMatchObject([
      { theirs: 'second', changedBy: { id: account.id } },
    ]);
  });

  test('hear of every field that both changed', async () => {
    const before = await tenant();
    const theirs = { displayName: 'Theirs', description: 'theirs', externalId: 'theirs' };
    await patch(before, theirs, { ifMatch: 1 }, other);

    const yours = { displayName: 'Mine', externalId: null };
    const { body } = await patch(before, yours, { ifMatch: 1 });

    expect(body.conflicts?.map(({ field, theirs: value }) => [field, value])).toEqual([
      ['displayName', 'Theirs'],
      ['externalId', 'theirs'],
    ]);
  });

  test('agree when both say the same', async () => {
    const before = await tenant();
    const same = { description: 'ours' };
    const { body: theirs } = await patch(before, same, { ifMatch: 1 }, other);

    const { status, body } = await patch(before, same, { ifMatch: 1 });

    expect(status).toBe(200);
    expect(body).toEqual(theirs);
  });

  test('cannot refer to a version that is still to come', async () => {
    const before = await tenant();

    const answer = await patch(before, { description: 'x' }, { ifMatch: 99 });

    expect(answer).toMatchObject({ status: 409, body: { code: 'version.conflict' } });
    expect(await read(before)).toEqual(before);
  });
});

describe('a change that changes nothing', () => {
  test.each([
    ['without fields', () => ({})],
    ['with the values that are there', ({ displayName }: Organisation) => ({ displayName })],
    ['with other spaces', ({ displayName }: Organisation) => ({ displayName: ` ${displayName} ` })],
  ])('leaves the version and the log alone: %s', async (_, fieldsOf) => {
    const before = await tenant();
    const head = await headOf(world.em);

    const { status, headers, body } = await patch(before, fieldsOf(before), { ifMatch: 1 });

    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toEqual(before);
    expect(await headOf(world.em)).toBe(head);
  });
});

describe('many edits at once', () => {
  test('of fifty organisations all land', async () => {
    const tenants = await Array.fromAsync({ length: 50 }, () => tenant());

    const answers = await Promise.all(
      tenants.map((of) => patch(of, { description: of.id }, { ifMatch: 1 })),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const found = await Promise.all(tenants.map(read));
    expect(found.map(({ description, version }) => [description, version])).toEqual(
      tenants.map(({ id }) => [id, 2]),
    );
  });

  test('of different fields all land, ten times over', async () => {
    let of = await tenant();

    for (let round = 0; round < 10; round += 1) {
      const fields = {
        displayName: `n${round}`,
        description: `d${round}`,
        externalId: `e${round}`,
      };
      const edits = Object.entries(fields).map(([name, value]) => ({ [name]: value }));

      const answers = await Promise.all(
        edits.map((edit) => patch(of, edit, { ifMatch: of.version })),
      );

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      of = await read(of);
      expect(of).toMatchObject({ ...fields, version: 1 + 3 * (round + 1) });
    }
  });

  test('of one field let exactly one win', async () => {
    const before = await tenant();

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => patch(before, { description: `${n}` }, { ifMatch: 1 })),
    );

    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(await read(before)).toEqual(won[0]?.body);
  });
});
