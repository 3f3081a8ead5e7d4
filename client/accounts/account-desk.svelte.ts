/* eslint-disable svelte/prefer-svelte-reactivity -- homes are looked up, not watched */
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { toldBriefly } from '../core/refusals.ts';
import { toast } from '../ui/toast.ts';
import type { Deed } from './account-deeds.ts';
import { AccountsAt } from './accounts-at.svelte.ts';
import { words } from './words.ts';

/** Deeds that nobody is asked about; what changes on the screen says itself that it is done. */
const told = ['enable', 'unlock', 'resend', 'sendPasswordReset'] as const;
type Told = (typeof told)[number];

interface Opened {
  deed: Exclude<Deed, Told>;
  account: AccountWithGrants;
  at: AccountsAt;
}

/** Where deeds on accounts are begun: done at once, or asked about first in a dialog. */
export class AccountDesk {
  readonly #around: ConstructorParameters<typeof AccountsAt>[0];
  readonly #homes = new Map<string, AccountsAt>();
  #opened = $state.raw<Opened>();

  /** At the page of an organisation, to accounts of homes below it as well. */
  constructor(around: ConstructorParameters<typeof AccountsAt>[0]) {
    this.#around = around;
    this.at(around.organisationId);
  }

  /** The home of the page. */
  get here(): AccountsAt {
    return this.at(this.#around.organisationId);
  }

  at(organisationId: string): AccountsAt {
    const known = this.#homes.get(organisationId);
    if (known) return known;
    const isFar = organisationId !== this.#around.organisationId;
    const home = new AccountsAt({ ...this.#around, organisationId, isFar });
    this.#homes.set(organisationId, home);
    return home;
  }

  /** What is being asked about. */
  get opened() {
    return this.#opened;
  }

  readonly start = (deed: Deed, account: AccountWithGrants): void => {
    const at = this.at(account.organisationId);
    if (isTold(deed)) void this.#run(at, deed, account);
    else this.#opened = { deed, account, at };
  };

  readonly close = (): void => {
    this.#opened = undefined;
  };

  async #run(at: AccountsAt, deed: Told, account: AccountWithGrants): Promise<void> {
    const { displayName: name, email } = account;
    try {
      await at.do(deed, account);
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
