import Ban from '@lucide/svelte/icons/ban';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash from '@lucide/svelte/icons/trash-2';
import { roleTitle } from '../../shared/access/roles.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { formatList } from '../core/format.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import type { AccountList } from './account-list.svelte.ts';

export type Deed = 'rename' | 'disable' | 'enable' | 'delete';

/** What can be done to an account, the likeliest first; what cannot says why. */
export function accountDeeds(
  list: AccountList,
  account: AccountWithGrants,
  run: (deed: Deed) => void,
): MenuItem[] {
  const item = (
    label: string,
    deed: Deed,
    icon: MenuItem['icon'],
    disabledReason: string | undefined,
  ): MenuItem => ({
    label,
    icon,
    disabledReason,
    run: () => {
      run(deed);
    },
  });
  const isDisabled = account.status === 'disabled';

  return [
    item('Change the name…', 'rename', Pencil, list.whyNot('account.edit', account)),
    isDisabled
      ? item('Enable', 'enable', CircleCheck, list.whyNot('account.enable', account))
      : item('Disable…', 'disable', Ban, list.whyNot('account.disable', account)),
    {
      ...item('Delete…', 'delete', Trash, list.whyNot('account.delete', account)),
      tone: 'danger',
      separator: true,
    },
  ];
}

/** What is asked before it is done: what will happen, and what will not. */
export interface Question {
  title: string;
  body: string;
  confirmLabel: string;
}

export function questionBefore(
  deed: 'disable' | 'delete',
  { displayName, email, status, grants }: AccountWithGrants,
): Question {
  if (deed === 'disable') {
    return {
      title: `Disable ${displayName}?`,
      body:
        status === 'invited'
          ? `The link of the invitation stops working until somebody enables the account.`
          : `${displayName} is signed out on every device at once and cannot sign in until somebody enables the account. The roles are kept.`,
      confirmLabel: `Disable ${displayName}`,
    };
  }
  const roles = grants.map(
    ({ role, organisation }) => `${roleTitle(role)} of ${organisation.displayName}`,
  );
  return {
    title: `Delete ${displayName}?`,
    body: [
      status === 'invited'
        ? 'The invitation is taken back, and its link stops working.'
        : `${displayName} is signed out on every device at once, and the account goes. What ${displayName} did stays in the activity.`,
      ...(roles.length > 0 ? [`With it goes: ${formatList(roles)}.`] : []),
      `This cannot be undone, but ${email} can be invited again.`,
    ].join(' '),
    confirmLabel: `Delete ${displayName}`,
  };
}
