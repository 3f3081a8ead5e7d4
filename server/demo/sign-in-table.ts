import { roleTitle } from '../../shared/access/roles.ts';
import { DEMO_PASSWORD, emailOfPerson, people } from './people.ts';

/** Who can sign in to the demo, in columns. */
export function signInTable(): string {
  const rows = Object.values(people).map((person) => [
    person.displayName,
    roleTitle(person.role),
    person.at,
    emailOfPerson(person),
  ]);
  const lines = [['Name', 'Role', 'At', 'E-mail'], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const drawn = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const [head = '', ...body] = drawn;
  return ['', head, rule, ...body, '', `Everybody's password: ${DEMO_PASSWORD}`, '', ''].join('\n');
}
