import { says } from '../../shared/accounts/words.ts';
import { randomBytes } from 'node:crypto';
import type { Place } from '../../shared/access/place.ts';
import type {
  AccountWithGrants,
  InvitationLink,
  InviteAccount,
} from '../../shared/accounts/contract.ts';
import { Refusal, refuseField } from '../../shared/core/refusals.ts';
import { addGrant } from '../access/give-grant.ts';
import { requireAccount } from '../access/require-account.ts';
import { viewGrants } from '../access/view-grants.ts';
import { DAY } from '../core/clock.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { actingLevel } from '../organisations/acting-level.ts';
import type { Organisation } from '../organisations/organisation.entity.ts';
import { requireAllowed, requireVisible } from '../organisations/require-organisation.ts';
import { viewAccount } from '../people/account-view.ts';
import { Account, addresseeOf, mailboxOf } from '../people/account.entity.ts';
import { isClaimedByAnother, requireUnknown } from '../sign-in/claimed-address.ts';
import { createAccount } from '../people/create-account.ts';
import { Invitation } from '../sign-in/invitation.entity.ts';
import { invitesFirst } from './invites-first.ts';
import { requireMailable } from '../sign-in/mailable.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { hashToken } from '../sign-in/sessions.ts';
import { words } from './words.ts';

const INVITATION_LIFETIME = 7 * DAY;

/**
 * An administrator invites a person: the account exists from now on, and a mail with a link that
 * works once and for a week leaves after the commit.
 */
export function inviteAccount(
  work: Work,
  organisationId: string,
  input: InviteAccount,
): Promise<AccountWithGrants> {
  checkType(input);
  return work.transaction(
    'account.invite',
    async (tx) => {
      const located = await requireVisible(tx, organisationId);
      const { place } = located;
      const isFirst = await invitesFirst(tx, located, input);
      const action = isFirst ? 'account.inviteFirst' : 'account.invite';
      requireAllowed(tx, action, place, { roles: input.grants.map(({ role }) => role) });
      requireMailable(work, tx, input.email);
      const organisation = place.at(-1);
      if (!organisation) throw new Refusal('not-found');
      return invite(tx, { organisation, place, action, input });
    },
    { changesAccess: true },
  );
}

interface Invited {
  organisation: Pick<Organisation, 'id' | 'kind' | 'displayName'>;
  place: Place;
  /** By which right the caller invites. */
  action: 'account.invite' | 'account.inviteFirst';
  input: InviteAccount;
}

/** The invitation itself, once it is decided that the caller may invite. */
export async function invite(
  tx: Transaction,
  { organisation, place, action, input }: Invited,
): Promise<AccountWithGrants> {
  const roles = input.grants.map(({ role }) => role);
  const isTaken = await requireUnknown(tx, input.email);
  const account = createAccount(tx, organisation.id, {
    ...input,
    status: 'invited',
    addedFromId: actingLevel(tx.person, action, place, { roles }),
    isTaken,
  });
  for (const role of roles) addGrant(tx, account.id, role, organisation);
  const token = createInvitation(tx, account.id);
  await tx.em.flush();

  await mailInvitation(tx, { account, organisation: organisation.displayName, token });
  const held = await viewGrants(tx.em, 'accountId', [account.id]);
  return { ...viewAccount(account), grants: held.map(({ grant }) => grant) };
}

/**
 * An administrator sends an invitation anew: with another link, and the one before works no more.
 */
export function resendInvitation(work: Work, id: string): Promise<void> {
  return work.transaction('account.resendInvitation', async (tx) => {
    const { place } = await requireAccount(tx, id, 'account.edit');
    const account = await requireInvited(tx, id);
    requireMailable(work, tx, mailboxOf(account));
    const token = await replaceInvitation(tx, id);
    await mailInvitation(tx, {
      account,
      organisation: place.at(-1)?.displayName ?? '',
      token,
    });
  });
}

/**
 * The server makes another link and hands it to whoever asks, for where no mail arrives; the one
 * before works no more. Whoever holds it comes in as the account, so it takes what resetting a
 * sign-in takes, besides inviting there, and only people may: a program would keep it. It is
 * answered once, and kept nowhere.
 */
export function issueInvitationLink(work: Work, id: string): Promise<InvitationLink> {
  return work.transaction(
    'account.issueInvitationLink',
    async (tx) => {
      const { place, ...home } = await requireAccount(tx, id, 'account.reset');
      const held = await viewGrants(tx.em, 'accountId', [id]);
      requireAllowed(tx, 'account.invite', place, {
        roles: held.map(({ grant }) => grant.role),
        stateRefusal: tx.person.token ? says.tokenGetsNoLink : null,
      });
      requireRecent(tx, tx.person);
      await requireInvited(tx, id);
      tx.at(home);
      tx.notes['accountId'] = id;
      const link = tx.link(`/invitations/${await replaceInvitation(tx, id)}`).text;
      return { link, expiresAt: new Date(tx.now.getTime() + INVITATION_LIFETIME).toISOString() };
    },
    { ignoresKey: true },
  );
}

async function requireInvited({ em }: Transaction, id: string): Promise<Account> {
  const account = await em.findOneOrFail(Account, { id });
  if (account.status !== 'invited') throw new Refusal('account.not-invited');
  return account;
}

/** The token of another invitation in place of those that are open. */
async function replaceInvitation(tx: Transaction, accountId: string): Promise<string> {
  tx.em.remove(await tx.em.find(Invitation, { accountId, usedAt: null }));
  return createInvitation(tx, accountId);
}

function createInvitation(tx: Transaction, accountId: string): string {
  const token = randomBytes(32).toString('base64url');
  tx.em.create(Invitation, {
    id: newId(),
    accountId,
    tokenHash: hashToken(token),
    createdAt: tx.now,
    expiresAt: new Date(tx.now.getTime() + INVITATION_LIFETIME),
    usedAt: null,
  });
  return token;
}

function checkType({ type, grants }: InviteAccount): void {
  if (type === 'administrator' || grants.length === 0) return;
  throw refuseField('grants', says.userHoldsNoRole);
}

interface Mailed {
  account: Account;
  organisation: string;
  token: string;
}

/** The mail of an invitation; where another account has the address, it says so and leads there. */
async function mailInvitation(tx: Transaction, invited: Mailed): Promise<void> {
  const { account, organisation: place, token } = invited;
  const person = tx.person.displayName;
  const link = tx.link(`/invitations/${token}`);
  const signIn = tx.link('/sign-in');
  const isTaken = await isClaimedByAnother(tx.em, account);
  tx.mail({
    to: addresseeOf(account),
    write: () => ({
      subject: words.invitation({ person, place }),
      lines: [
        account.type === 'administrator'
          ? words.invitesToAdminister({ person, place })
          : words.invitesToJoin({ person, place }),
        ...(isTaken
          ? [words.isTaken({ person }), words.useAnother({ person }), signIn]
          : [words.choosePassword, link]),
        words.notExpected,
      ],
    }),
  });
}
