import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';

type Counted = { count: number };

const accounts = (count: number): string =>
  plural(count, { one: '1 account', other: `${formats().number(count)} accounts` });

export const en = {
  selection: 'Selected accounts',
  deeds: { giveRole: 'Give a role…', disable: 'Disable…', enable: 'Enable…' },
  giveTitle: ({ count, name }: Counted & { name: string }) =>
    `Give ${accounts(count)} a role at ${isolated(name)}`,
  giveAbout: 'The role reaches everything below it, and holds from the moment it is given.',
  give: 'Give the role',
  role: 'Role',
  chooseRole: 'Choose a role first.',
  disableTitle: ({ count }: Counted) => `Disable ${accounts(count)}?`,
  disableAbout:
    'They are signed out on every device at once and cannot sign in, and their API tokens stop working, until somebody enables them. Their roles are kept.',
  disableAll: ({ count }: Counted) => `Disable ${accounts(count)}`,
  enableTitle: ({ count }: Counted) => `Enable ${accounts(count)}?`,
  enableAbout:
    'They can sign in again. Whoever never accepted their invitation is invited as before.',
  enableAll: ({ count }: Counted) => `Enable ${accounts(count)}`,
};
