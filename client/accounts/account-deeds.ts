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
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import type { AccountsAt } from './accounts-at.svelte.ts';
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
export type AskedDeed = Extract<Deed, 'resetMfa' | 'requirePasswordChange' | 'disable'>;

/** What can be done to an account, the likeliest first; what cannot says why. */
export function accountDeeds(
  at: AccountsAt,
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
  const whyNotReset = at.whyNot('account.reset', account);

  return [
    item(words.deeds.rename, 'rename', Pencil, at.whyNot('account.edit', account)),
    item(words.deeds.move, 'move', FolderInput, at.whyNot('account.move', account)),
    ...(status === 'invited'
      ? [
          item(words.deeds.copyInvitation, 'copyInvitation', Link, at.whyNotHandOver(account)),
          item(
            words.deeds.resend,
            'resend',
            Mail,
            at.whyNot('account.edit', account) ?? at.whyNoMail,
          ),
        ]
      : []),
    ...(isLocked(account)
      ? [item(words.deeds.unlock, 'unlock', LockOpen, at.whyNot('account.unlock', account))]
      : []),
    ...(signsIn
      ? [
          item(
            words.deeds.sendPasswordReset,
            'sendPasswordReset',
            Mail,
            whyNotReset ?? at.whyNoMail,
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
      ? item(words.deeds.enable, 'enable', CircleCheck, at.whyNot('account.enable', account))
      : item(words.deeds.disable, 'disable', Ban, at.whyNot('account.disable', account)),
    {
      ...item(
        status === 'invited' ? words.deeds.takeBack : words.deeds.delete,
        'delete',
        Trash,
        at.whyNot('account.delete', account),
      ),
      tone: 'danger',
      separator: true,
    },
  ];
}
