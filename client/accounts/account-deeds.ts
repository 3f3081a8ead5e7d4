import Ban from '@lucide/svelte/icons/ban';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import FolderInput from '@lucide/svelte/icons/folder-input';
import Mail from '@lucide/svelte/icons/mail';
import Pencil from '@lucide/svelte/icons/pencil';
import RotateCcwKey from '@lucide/svelte/icons/rotate-ccw-key';
import ShieldOff from '@lucide/svelte/icons/shield-off';
import Trash from '@lucide/svelte/icons/trash-2';
import { roleTitle } from '../../shared/access/roles.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { formatList } from '../core/format.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import type { AccountList } from './account-list.svelte.ts';

export type Deed =
  | 'rename'
  | 'move'
  | 'resend'
  | 'requirePasswordChange'
  | 'sendPasswordReset'
  | 'resetMfa'
  | 'disable'
  | 'enable'
  | 'delete';

/** Those that are asked about first. */
const asked = ['resetMfa', 'requirePasswordChange', 'disable', 'delete'] as const;
export type AskedDeed = (typeof asked)[number];

export function isAsked(deed: Deed): deed is AskedDeed {
  return (asked as readonly Deed[]).includes(deed);
}

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
  const { status, hasSecondFactor } = account;
  const isDisabled = status === 'disabled';
  const whyNotReset = list.whyNot('account.reset', account);

  return [
    item('Change the name…', 'rename', Pencil, list.whyNot('account.edit', account)),
    item('Move…', 'move', FolderInput, list.whyNot('account.move', account)),
    ...(status === 'invited'
      ? [item('Send the invitation again', 'resend', Mail, list.whyNot('account.edit', account))]
      : []),
    ...(status === 'active'
      ? [
          item('Send a link to another password', 'sendPasswordReset', Mail, whyNotReset),
          item('Require another password…', 'requirePasswordChange', RotateCcwKey, whyNotReset),
        ]
      : []),
    ...(status === 'active' && hasSecondFactor
      ? [item('Remove the second factor…', 'resetMfa', ShieldOff, whyNotReset)]
      : []),
    isDisabled
      ? item('Enable', 'enable', CircleCheck, list.whyNot('account.enable', account))
      : item('Disable…', 'disable', Ban, list.whyNot('account.disable', account)),
    {
      ...item(
        status === 'invited' ? 'Take the invitation back…' : 'Delete…',
        'delete',
        Trash,
        list.whyNot('account.delete', account),
      ),
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
  deed: AskedDeed,
  { displayName, email, status, grants }: AccountWithGrants,
): Question {
  if (deed === 'resetMfa') {
    return {
      title: `Remove the second factor of ${displayName}?`,
      body: `Authenticator apps, passkeys and recovery codes of ${displayName} stop working, and ${displayName} is signed out on every device and told by mail. Do it only when you are sure who asks for it.`,
      confirmLabel: 'Remove the second factor',
    };
  }
  if (deed === 'requirePasswordChange') {
    return {
      title: `Require another password of ${displayName}?`,
      body: `${displayName} has to choose another password before anything else, at once where ${displayName} is signed in.`,
      confirmLabel: 'Require another password',
    };
  }
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
        : `${displayName} is signed out on every device at once, and the account goes. What ${displayName} did stays in the activity. API tokens that ${displayName} made stop working.`,
      ...(roles.length > 0 ? [`With it goes: ${formatList(roles)}.`] : []),
      `This cannot be undone, but ${email} can be invited again.`,
    ].join(' '),
    confirmLabel: `Delete ${displayName}`,
  };
}
