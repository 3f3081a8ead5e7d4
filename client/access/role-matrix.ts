import { type Action, actionNames, ruleOf } from '../../shared/access/actions.ts';
import { isAdministrator, type Role, roleFamily, roles } from '../../shared/access/roles.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';

/** What a role may do: yes, only where the levels above allow it, or not at all. */
export type Answer = 'yes' | 'delegated' | 'no';

/** An action, as a line of the matrix. */
export interface MatrixRow {
  action: Action;
  words: string;
  at: readonly OrganisationKind[];
  /** What else it asks, in words. */
  asks: string[];
  answers: Record<Role, Answer>;
  /** Whether user accounts may, for themselves. */
  users: boolean;
}

/** Lines that belong together. */
export interface MatrixGroup {
  title: string;
  rows: MatrixRow[];
}

const titles: [string, (action: Action) => boolean][] = [
  ['See', (action) => action.endsWith('.view')],
  ['Organisations', (action) => action.startsWith('organisation.')],
  ['Billing and settings', (action) => /^(billing|settings)\./.test(action)],
  ['Services and branding', (action) => /^(services|software|report|branding)\./.test(action)],
  ['Through a barrier', (action) => action.startsWith('access.')],
  ['Accounts and roles', (action) => /^(account|grant)\./.test(action)],
  ['Audit', (action) => action.startsWith('audit.')],
  ['Everything else', () => true],
];

/** The permission table as people read it; the very one that every decision is taken by. */
export function roleMatrix(): MatrixGroup[] {
  const groups = titles.map(([title]): MatrixGroup => ({ title, rows: [] }));
  for (const action of actionNames) {
    const index = titles.findIndex(([, holds]) => holds(action));
    groups[index]?.rows.push(rowOf(action));
  }
  return groups.filter(({ rows }) => rows.length > 0);
}

function rowOf(action: Action): MatrixRow {
  const rule = ruleOf(action);
  const answerFor = (role: Role): Answer => {
    const families = isAdministrator(role) ? rule.administrators : rule.readers;
    if (!families.includes(roleFamily(role))) return 'no';
    return rule.delegation?.[roleFamily(role)] ? 'delegated' : 'yes';
  };
  const answers = Object.fromEntries(roles.map((role) => [role, answerFor(role)]));
  return {
    action,
    words: rule.words,
    at: rule.at,
    answers: answers as Record<Role, Answer>,
    users: rule.users === true,
    asks: [
      ...(rule.from === 'above' ? ['from above it'] : []),
      ...(rule.from === 'within' ? ['from within only'] : []),
      ...(rule.inside ? ['not through a closed barrier'] : []),
      ...(rule.atBarrier ? ['only where a barrier is closed'] : []),
      ...(rule.lasting === 'always' ? ['not with access for a time'] : []),
      ...(rule.lasting === 'with roles'
        ? ['not with access for a time, where roles are held']
        : []),
      ...(rule.respectsLock ? ['not where it is locked from above'] : []),
      ...(rule.needsActive ? ['not while it is suspended'] : []),
    ],
  };
}
