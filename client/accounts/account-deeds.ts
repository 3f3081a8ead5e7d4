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
import { roleTitle } from '../../shared/access/roles.ts';
import type { AccountStatus, AccountType } from '../../shared/people/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import type { AccountList } from './account-list.svelte.ts';
import { isLocked } from './locked.ts';
import { words } from './words.ts';

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
    item(words.deeds.rename, 'rename', Pencil, list.whyNot('account.edit', account)),
    item(words.deeds.move, 'move', FolderInput, list.whyNot('account.move', account)),
    ...(status === 'invited'
      ? [
          item(words.deeds.copyInvitation, 'copyInvitation', Link, list.whyNotHandOver(account)),
          item(
            words.deeds.resend,
            'resend',
            Mail,
            list.whyNot('account.edit', account) ?? list.whyNoMail,
          ),
        ]
      : []),
    ...(isLocked(account)
      ? [item(words.deeds.unlock, 'unlock', LockOpen, list.whyNot('account.unlock', account))]
      : []),
    ...(signsIn
      ? [
          item(
            words.deeds.sendPasswordReset,
            'sendPasswordReset',
            Mail,
            whyNotReset ?? list.whyNoMail,
          ),
          item(
            words.deeds.requirePasswordChange,
            'requirePasswordChange',
            RotateCcwKey,
            whyNotReset,
          ),
        ]
      : []),
    ...(signsIn && hasSecondFactor
      ? [item(words.deeds.resetMfa, 'resetMfa', ShieldOff, whyNotReset)]
      : []),
    isDisabled
      ? item(words.deeds.enable, 'enable', CircleCheck, list.whyNot('account.enable', account))
      : item(words.deeds.disable, 'disable', Ban, list.whyNot('account.disable', account)),
    {
      ...item(
        status === 'invited' ? words.deeds.takeBack : words.deeds.delete,
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
  { displayName: name, status, type }: AccountWithGrants,
): Question {
  if (deed === 'resetMfa') {
    return {
      title: words.resetMfaTitle({ name }),
      body: words.resetMfaBody({ name }),
      confirmLabel: words.resetMfa,
    };
  }
  if (deed === 'requirePasswordChange') {
    return {
      title: words.requireTitle({ name }),
      body: words.requireBody({ name }),
      confirmLabel: words.require,
    };
  }
  return {
    title: words.disableTitle({ name }),
    body: disabling(name, type === 'machine' ? type : status),
    confirmLabel: words.disable({ name }),
  };
}

function disabling(name: string, of: AccountStatus | 'machine'): string {
  if (of === 'invited') return words.disableInvited;
  return of === 'machine' ? words.disableMachine({ name }) : words.disablePerson({ name });
}

/** The same for what goes for good; what becomes of API tokens is asked beside it. */
export function questionBeforeDeletion({
  displayName: name,
  email,
  status,
  type,
  grants,
}: AccountWithGrants): Question {
  const roles = grants.map(({ role, organisation }) => ({
    role: roleTitle(role),
    place: organisation.displayName,
  }));
  return {
    title: words.deleteTitle({ name }),
    body: [
      deleting(name, status === 'invited' ? status : type),
      ...(roles.length > 0 ? [words.goesWithIt({ roles })] : []),
      email === null ? words.forGood : words.forGoodBut({ email }),
    ].join(' '),
    confirmLabel: words.delete({ name }),
  };
}

function deleting(name: string, of: AccountType | 'invited'): string {
  if (of === 'invited') return words.deleteInvited;
  return of === 'machine' ? words.deleteMachine({ name }) : words.deletePerson({ name });
}
