import { roleTitle } from '../../../shared/access/roles.ts';
import type { AccountStatus, AccountType } from '../../../shared/people/contract.ts';
import type { AccountWithGrants } from '../../../shared/accounts/contract.ts';
import type { AskedDeed } from '../account-deeds.ts';
import { words } from './words.ts';

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
