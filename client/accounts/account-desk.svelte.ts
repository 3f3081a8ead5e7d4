import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { toldBriefly } from '../core/refusals.ts';
import { toast } from '../ui/toast.ts';
import type { Deed } from './account-deeds.ts';
import type { AccountList } from './account-list.svelte.ts';
import { words } from './words.ts';

/** Deeds that nobody is asked about; what changes on the screen says itself that it is done. */
const told = ['enable', 'unlock', 'resend', 'sendPasswordReset'] as const;
type Told = (typeof told)[number];

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
    const { displayName: name, email } = account;
    try {
      await this.list.do(deed, account);
      if (deed !== 'resend' && deed !== 'sendPasswordReset') return;
      await toast({ text: words.done[deed]({ email: email ?? '' }), tone: 'success' });
    } catch (error) {
      const text = words.undone[deed]({ name });
      await toast({ text, detail: toldBriefly(error), tone: 'danger' });
    }
  }
}

function isTold(deed: Deed): deed is Told {
  return (told as readonly Deed[]).includes(deed);
}
