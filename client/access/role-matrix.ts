import { words as accessWords } from '../../shared/access/words.ts';
import { type Action, actionNames, ruleOf } from '../../shared/access/actions.ts';
import { isAdministrator, type Role, roleFamily, roles } from '../../shared/access/roles.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { words } from './words.ts';

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

type Group = keyof typeof words.groups;

const groupOf: readonly [Group, (action: Action) => boolean][] = [
  ['see', (action) => action.endsWith('.view')],
  ['organisations', (action) => action.startsWith('organisation.')],
  ['billing', (action) => /^(billing|settings)\./.test(action)],
  ['services', (action) => /^(services|software|report|branding)\./.test(action)],
  ['barrier', (action) => action.startsWith('access.')],
  ['accounts', (action) => /^(account|grant)\./.test(action)],
  ['audit', (action) => /^(audit|jobs)\./.test(action)],
  ['others', () => true],
];

/** The permission table as people read it; the very one that every decision is taken by. */
export function roleMatrix(): MatrixGroup[] {
  const groups = groupOf.map(([group]): MatrixGroup => ({ title: words.groups[group], rows: [] }));
  for (const action of actionNames) {
    const index = groupOf.findIndex(([, holds]) => holds(action));
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
    words: accessWords.actions[action],
    at: rule.at,
    answers: answers as Record<Role, Answer>,
    users: rule.users === true,
    asks: [
      ...(rule.from === 'above' ? [words.asks.above] : []),
      ...(rule.from === 'within' ? [words.asks.within] : []),
      ...(rule.inside ? [words.asks.inside] : []),
      ...(rule.atBarrier ? [words.asks.atBarrier] : []),
      ...(rule.lasting === 'always' ? [words.asks.lasting] : []),
      ...(rule.lasting === 'with-roles' ? [words.asks.lastingWithRoles] : []),
      ...(rule.respectsLock ? [words.asks.lock] : []),
      ...(rule.needsActive ? [words.asks.active] : []),
    ],
  };
}
