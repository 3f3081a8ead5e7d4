import { isolated } from '../../shared/core/isolated.ts';

export const en = {
  checkAccess: 'Check access…',
  seesAndChanges: ({ name }: { name: string }) =>
    `Sees and changes ${isolated(name)} and everything below it.`,
  seesOnly: ({ name }: { name: string }) =>
    `Sees ${isolated(name)} and everything below it, changes nothing.`,
};
