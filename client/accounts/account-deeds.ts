import Ban from '@lucide/svelte/icons/ban';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import FolderInput from '@lucide/svelte/icons/folder-input';
import Link from '@lucide/svelte/icons/link';
import LockOpen from '@lucide/svelte/icons/lock-open';
import Mail from '@lucide/svelte/icons/mail';
import Pencil from '@lucide/svelte/icons/pencil';
import RotateCcwKey from '@lucide/svelte/icons/rotate-ccw-key';
import ShieldOff from '@lucide/svelte/icons/shield-off';
import Trash from '@lucide/svelte/icons/trash-2';
import { isolated } from '../../shared/core/isolated.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import type { AccountStatus } from '../../shared/people/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { formatList } from '../core/format.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import type { AccountList } from './account-list.svelte.ts';
import { isLocked } from './locked.ts';

export type Deed =
  | 'rename'
  | 'move'
  | 'resend'
  | 'copyInvitation'
  | 'requirePasswordChange'
  | 'sendPasswordReset'
  | 'resetMfa'
  | 'unlock'
  | 'disable'
  | 'enable'
  | 'delete';

/** Those that are asked about first. */
const asked = ['resetMfa', 'requirePasswordChange', 'disable'] as const;
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
  const { status, type, hasSecondFactor } = account;
  const signsIn = status === 'active' && type !== 'machine';
  const isDisabled = status === 'disabled';
  const whyNotReset = list.whyNot('account.reset', account);

  return [
    item('Change the name…', 'rename', Pencil, list.whyNot('account.edit', account)),
    item('Move…', 'move', FolderInput, list.whyNot('account.move', account)),
    ...(status === 'invited'
      ? [
          item('Copy the invitation’s link…', 'copyInvitation', Link, list.whyNotHandOver(account)),
          item(
            'Send the invitation again',
            'resend',
            Mail,
            list.whyNot('account.edit', account) ?? list.whyNoMail,
          ),
        ]
      : []),
    ...(isLocked(account)
      ? [item('Unlock', 'unlock', LockOpen, list.whyNot('account.unlock', account))]
      : []),
    ...(signsIn
      ? [
          item(
            'Send a link to another password',
            'sendPasswordReset',
            Mail,
            whyNotReset ?? list.whyNoMail,
          ),
          item('Require another password…', 'requirePasswordChange', RotateCcwKey, whyNotReset),
        ]
      : []),
    ...(signsIn && hasSecondFactor
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
  { displayName, status, type }: AccountWithGrants,
): Question {
  if (deed === 'resetMfa') {
    return {
      title: `Remove the second factor of ${isolated(displayName)}?`,
      body: `Authenticator apps, passkeys and recovery codes of ${isolated(displayName)} stop working, and ${isolated(displayName)} is signed out on every device and told by mail. Do it only when you are sure who asks for it.`,
      confirmLabel: 'Remove the second factor',
    };
  }
  if (deed === 'requirePasswordChange') {
    return {
      title: `Require another password of ${isolated(displayName)}?`,
      body: `${isolated(displayName)} has to choose another password before anything else, at once where ${isolated(displayName)} is signed in.`,
      confirmLabel: 'Require another password',
    };
  }
  return {
    title: `Disable ${isolated(displayName)}?`,
    body: disabling(displayName, type === 'machine' ? type : status),
    confirmLabel: `Disable ${isolated(displayName)}`,
  };
}

function disabling(displayName: string, of: AccountStatus | 'machine'): string {
  if (of === 'invited') {
    return 'The link of the invitation stops working until somebody enables the account.';
  }
  if (of === 'machine') {
    return `The API tokens of ${isolated(displayName)} stop working at once, and open connections end, until somebody enables the account. Tokens and roles are kept.`;
  }
  return `${isolated(displayName)} is signed out on every device at once and cannot sign in until somebody enables the account. The roles are kept.`;
}

/** The same for what goes for good; what becomes of API tokens is asked beside it. */
export function questionBeforeDeletion({
  displayName,
  email,
  status,
  type,
  grants,
}: AccountWithGrants): Question {
  const going = `${isolated(displayName)} is signed out on every device at once, and the account goes.`;
  const roles = grants.map(
    ({ role, organisation }) => `${roleTitle(role)} of ${isolated(organisation.displayName)}`,
  );
  return {
    title: `Delete ${isolated(displayName)}?`,
    body: [
      status === 'invited'
        ? 'The invitation is taken back, and its link stops working.'
        : `${type === 'machine' ? 'The account goes.' : going} What ${isolated(displayName)} did stays in the activity.`,
      ...(roles.length > 0 ? [`With it goes: ${formatList(roles)}.`] : []),
      email === null
        ? 'This cannot be undone.'
        : `This cannot be undone, but ${email} can be invited again.`,
    ].join(' '),
    confirmLabel: `Delete ${isolated(displayName)}`,
  };
}
