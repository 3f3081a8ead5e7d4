import { worded } from '../../shared/core/words/said.ts';
import type { Action } from '../../shared/access/actions.ts';
import type { AccountWithGrants, InvitationLink } from '../../shared/accounts/contract.ts';
import {
  deleteAccount,
  disableAccount,
  enableAccount,
  issueInvitationLink,
  moveAccount,
  requirePasswordChange,
  resendInvitation,
  resetMfa,
  sendPasswordReset,
  unlockAccount,
} from '../../shared/accounts/endpoints.ts';
import { whyNotOwn } from '../../shared/accounts/own-account.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { listTokensOf } from '../../shared/tokens/endpoints.ts';
import type { Api } from '../core/api.ts';
import type { MailState } from '../core/mail-state.svelte.ts';
import type { Session } from '../core/session.svelte.ts';
import type { AssignableRole } from '../decisions/assignable-roles.ts';
import { Here, type Whereabouts } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Deed } from './account-deeds.ts';
import { words } from './words.ts';

interface Surroundings extends Whereabouts {
  api: Api;
  mail: MailState;
  /** Whether it is another home than that of the page. */
  isFar?: boolean;
}

/**
 * An organisation as the home of accounts: who is there, and what this person may do with them. Of
 * another home than that of the page little is known here, and the server alone decides.
 */
export class AccountsAt {
  readonly here: Here;
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  readonly #mail: MailState;
  readonly #isFar: boolean;

  constructor({ api, mail, isFar = false, ...whereabouts }: Surroundings) {
    const { live, session } = whereabouts;
    this.here = new Here(whereabouts);
    this.#mail = mail;
    this.#api = api;
    this.#live = live;
    this.#session = session;
    this.#isFar = isFar;
  }

  get query() {
    return this.#live.list('account', this.here.id);
  }

  /** Everybody at home here. */
  get all(): readonly AccountWithGrants[] {
    return this.query.data ?? [];
  }

  get whyNotInvite(): string | undefined {
    return this.here.whyNot('account.invite');
  }

  get roles(): AssignableRole[] {
    return this.here.roles('account.invite');
  }

  /** Why this person may not do this to an account; the server knows more and has the last word. */
  whyNot(action: Action, account: AccountWithGrants): string | undefined {
    const own = whyNotOwn(action, account.id, this.#session.accountId ?? '');
    if (own !== null) return worded(own);
    if (this.#isFar) return undefined;
    return this.here.whyNot(action, { roles: account.grants.map(({ role }) => role) });
  }

  /** Nobody gets mails, so what sends one is of no use. */
  get isMailMissing(): boolean {
    return this.#mail.isMissing;
  }

  get whyNoMail(): string | undefined {
    return this.isMailMissing ? words.noMail : undefined;
  }

  /** Why this person may not have the link of an invitation, through which one becomes its account. */
  whyNotHandOver(account: AccountWithGrants): string | undefined {
    return this.whyNot('account.reset', account) ?? this.whyNot('account.invite', account);
  }

  /** Another link of an invitation; the one before works no more. */
  async invitationLink({ id }: AccountWithGrants): Promise<InvitationLink> {
    return (await this.#api.call(issueInvitationLink, { id })).data;
  }

  /** Does it; the row changes at once here, and by the change for everybody else. */
  async do(
    deed: Exclude<Deed, 'rename' | 'move' | 'delete' | 'copyInvitation'>,
    { id }: AccountWithGrants,
  ): Promise<void> {
    const { data, seq } = await this.#api.call(endpoints[deed], { id });
    if (data) this.#live.store.takeRecord('account', data, seq);
  }

  /** Deletes it; its API tokens end, or go to whoever takes them over. */
  async delete({ id }: AccountWithGrants, takeOver?: string): Promise<void> {
    await this.#api.call(deleteAccount, { id, query: { takeOver } });
  }

  /** The API tokens that act as it, as far as this person may see them. */
  async tokensOf({ id }: AccountWithGrants): Promise<Token[]> {
    return (await this.#api.call(listTokensOf, { id })).data.items;
  }

  /** The row goes when the change arrives, as it does for everybody else. */
  async move({ id }: AccountWithGrants, organisationId: string): Promise<void> {
    await this.#api.call(moveAccount, { id, body: { organisationId } });
  }
}

const endpoints = {
  enable: enableAccount,
  unlock: unlockAccount,
  disable: disableAccount,
  requirePasswordChange,
  resetMfa,
  resend: resendInvitation,
  sendPasswordReset,
};
