import { describe, expect, test } from 'vitest';
import { type Action, ruleOf } from '../../shared/access/actions.ts';
import { type Actor, decide } from '../../shared/access/decide.ts';
import { placeNames } from '../support/places.ts';
import { operationActions, operations, operators } from './operations.data.ts';
import { type Held, holding, wayTo } from './situations.ts';

const [header = [], ...lines] = operations
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

const cells = lines.flatMap(([operation = '', ...answers]) =>
  answers.map((answer, at) => [operation, header[at + 1] ?? '', answer] as const),
);

const actionOf = (operation: string, column: string): Action => {
  const { action, ofTenants } = operationActions[operation] as {
    action: Action;
    ofTenants?: Action;
  };
  return column.startsWith('tenant') && ofTenants ? ofTenants : action;
};

const maySomewhere = (actor: Actor, action: Action) =>
  placeNames.filter((place) => decide(actor, action, wayTo(place)).allowed);

describe('the table of operations', () => {
  test('names an action for each row, and somebody for each column', () => {
    expect(lines.map(([operation]) => operation)).toEqual(Object.keys(operationActions));
    expect(header.slice(2)).toEqual(Object.keys(operators));
    expect(new Set(cells.map(([, , answer]) => answer))).toEqual(new Set(['yes', 'no']));
  });

  test.each(cells.filter(([, column]) => column === 'users'))(
    '%s, by %s: %s',
    (operation, column, answer) => {
      const action = actionOf(operation, column);

      expect(ruleOf(action).users === true).toBe(answer === 'yes');
      expect(maySomewhere(holding(), action)).toEqual([]); // for themselves alone, without a role
    },
  );

  test.each(cells.filter(([, column]) => column !== 'users'))(
    '%s, by %s: %s',
    (operation, column, answer) => {
      const action = actionOf(operation, column);

      for (const [held, place] of operators[column] ?? []) {
        if (answer === 'no') expect(maySomewhere(holding(held), action)).toEqual([]);
        else {
          expect([held, decide(holding(held), action, wayTo(place))]).toMatchObject([
            held,
            { allowed: true },
          ]);
        }
      }
    },
  );

  test.each(Object.values(operators).flat())(
    '[A5] %s gives its reader none of it, at %s',
    (held) => {
      const reader = held.replace('Administrator', 'Reader') as Held;

      for (const { action, ofTenants = action } of Object.values(operationActions)) {
        expect([
          ...maySomewhere(holding(reader), action),
          ...maySomewhere(holding(reader), ofTenants),
        ]).toEqual([]);
      }
    },
  );
});

describe('[A19] the software', () => {
  test.each<Held>(['PartnerAdministrator@alder', 'DistributorAdministrator@north'])(
    'is for %s too who holds a role at the tenant',
    (above) => {
      const both = holding(above, 'TenantAdministrator@acme');

      expect(maySomewhere(both, 'software.download')).toEqual(['acme', 'labs', 'bench']);
    },
  );
});
