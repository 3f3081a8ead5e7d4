import { isolated } from '../../shared/core/isolated.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { toldBriefly } from '../core/refusals.ts';
import { toast } from '../ui/toast.ts';
import type { Deed } from './account-deeds.ts';
import type { AccountList } from './account-list.svelte.ts';

type Named = Pick<AccountWithGrants, 'displayName' | 'email'>;

/** What is said of deeds that nobody is asked about; what changes on the screen says it itself. */
const words = {
  enable: {
    done: undefined,
    failed: (of: Named) => `${isolated(of.displayName)} is still disabled`,
  },
  unlock: { done: undefined, failed: (of: Named) => `${isolated(of.displayName)} is still locked` },
  resend: {
    done: (of: Named) => `A new invitation is on its way to ${isolated(of.email ?? '')}`,
    failed: (of: Named) => `${isolated(of.displayName)} was not invited again`,
  },
  sendPasswordReset: {
    done: (of: Named) => `A link to another password is on its way to ${isolated(of.email ?? '')}`,
    failed: (of: Named) => `No link was sent to ${isolated(of.displayName)}`,
  },
};
type Told = keyof typeof words;

/** Where deeds on accounts are begun: done at once, or asked about first in a dialog. */
export class AccountDesk {
  readonly list: AccountList;
  #opened = $state.raw<{ deed: Exclude<Deed, Told>; account: AccountWithGrants }>();

  constructor(list: AccountList) {
    this.list = list;
  }

  /** What is being asked about. */
  get opened() {
    return this.#opened;
  }

  readonly start = (deed: Deed, account: AccountWithGrants): void => {
    if (isTold(deed)) void this.#run(deed, account);
    else this.#opened = { deed, account };
  };

  readonly close = (): void => {
    this.#opened = undefined;
  };

  async #run(deed: Told, account: AccountWithGrants): Promise<void> {
    const { done, failed } = words[deed];
    try {
      await this.list.do(deed, account);
      if (done) await toast({ text: done(account), tone: 'success' });
    } catch (error) {
      await toast({ text: failed(account), detail: toldBriefly(error), tone: 'danger' });
    }
  }
}

function isTold(deed: Deed): deed is Told {
  return Object.hasOwn(words, deed);
}
