import { en as access } from '../access/words.en.ts';
import { isolated } from '../core/isolated.ts';

const roles = access.roles;
type Role = keyof typeof roles;

export const en = {
  cannotTakeOver: ({
    maker,
    token,
    role,
    organisation,
  }: {
    maker: string;
    token: string;
    role: Role;
    organisation: string;
  }) =>
    `${isolated(maker)} cannot take over “${isolated(token)}”: it is ${roles[role]} of ${isolated(organisation)}, and ${isolated(maker)} holds no role there that is as wide.`,
  onlyMachines: 'Only a machine account is given tokens; people make their own.',
  notBacked: 'The account holds no role there that carries this one. Give it the role first.',
  reachesNoSignIn:
    'An API token reaches no sessions, passwords, second factors, preferences, jobs or API tokens. Sign in for that.',
  oneDay: 'At least one day.',
  mostDays: ({ most }: { most: number }) => `At most ${most} days.`,
  wholeDays: 'Enter whole days.',
};
