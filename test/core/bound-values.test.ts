import { raw } from '@mikro-orm/core';
import { expect, test } from 'vitest';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';

const world = await shareWorld();
const any = { ifMatch: '*' };

test.each(['Why?', 'Really??', 'A \\? and a \\', "O'Hara; drop table changes", '`version` + 1'])(
  'what looks like part of a statement is kept as it is: %s',
  async (description) => {
    bodyOf(await world.founder.patch(world.at('acme'), { description }, any));

    const { body } = await world.founder.get<Organisation>(world.at('acme'));

    expect(body.description).toBe(description);
  },
);

test('fragments stand in the statement, between values and beside them', async () => {
  const connection = world.em.getConnection();

  const [row] = await connection.execute<object[]>('select ? as a, ? as b, ? as c, ? as d', [
    raw('1 + 1'),
    'two?',
    raw('3'),
    4,
  ]);

  expect(row).toEqual({ a: 2, b: 'two?', c: 3, d: 4 });
});
