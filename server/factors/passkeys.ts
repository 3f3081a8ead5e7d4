import { says } from '../../shared/factors/words.ts';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { AddPasskey, AskPasskey, Passkey as View } from '../../shared/factors/contract.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { Account } from '../people/account.entity.ts';
import { keepChallenge, type RelyingParty, takeChallenge } from './ceremonies.ts';
import { Passkey } from './passkey.entity.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { type Added, removeFactor, settleAdded } from './second-factors.ts';
import { homeOf, requireAdmissible } from '../sign-in/sign-in.ts';
import { renewSession, type Signed, signIn } from '../sign-in/signed.ts';
import { usePasskey, verifyPasskey } from './verify-passkey.ts';

/** What a browser is to ask its authenticators, and the token that binds the answer to it. */
export interface Asked {
  options: PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON;
  browser: string;
}

/** What answers to a challenge are judged with. */
export interface PasskeyParts {
  party: RelyingParty;
  /** The tokens that the browser's cookie holds. */
  browser: readonly string[];
}

/** A challenge for a new passkey of the caller's, or for one that is there already. */
export function askPasskey(
  work: Work,
  { id: rpID }: RelyingParty,
  { purpose }: AskPasskey,
): Promise<Asked> {
  return work.transaction(
    'account.askPasskey',
    async (tx) => {
      const person = tx.holderOwing(purpose === 'enrol' ? 'enrol-mfa' : 'mfa', 'enrol-mfa');
      if (purpose === 'enrol') requireRecent(tx, person);
      const { accountId, email, displayName } = person;
      const known = await tx.em.find(Passkey, { accountId });
      const credentials = known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports,
      }));
      const options =
        purpose === 'enrol'
          ? await generateRegistrationOptions({
              rpName: 'Canopy',
              rpID,
              userID: new TextEncoder().encode(accountId),
              userName: email,
              userDisplayName: displayName,
              excludeCredentials: credentials,
              authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
            })
          : await generateAuthenticationOptions({
              rpID,
              allowCredentials: credentials,
              userVerification: 'required',
            });
      return {
        options,
        browser: keepChallenge(work, tx, { purpose, challenge: options.challenge, accountId }),
      };
    },
    { ignoresKey: true },
  );
}

/** A challenge for any passkey at all, of somebody who is not signed in. */
export function askPasskeyToSignIn(work: Work, { id: rpID }: RelyingParty): Promise<Asked> {
  return work.transaction(
    'session.askPasskey',
    async (tx) => {
      tx.signAsStranger('');
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      return {
        options,
        browser: keepChallenge(work, tx, {
          purpose: 'sign-in',
          challenge: options.challenge,
          accountId: null,
        }),
      };
    },
    { ignoresKey: true },
  );
}

/** The caller adds the passkey that an authenticator made. */
export async function addPasskey(
  work: Work,
  { party, browser }: PasskeyParts,
  { name, response }: AddPasskey,
): Promise<Added> {
  const { accountId } = await work.read((reading) =>
    Promise.resolve(reading.holderOwing('enrol-mfa')),
  );
  const expectedChallenge = await takeChallenge(work, browser, 'enrol', accountId);
  const { credential } = await verifyNew(party, expectedChallenge, response);

  return work.transaction(
    'account.addPasskey',
    async (tx) => {
      requireRecent(tx, tx.holderOwing('enrol-mfa'));
      if (await tx.em.count(Passkey, { credentialId: credential.id })) throw refused();
      tx.em.create(Passkey, {
        id: newId(),
        accountId,
        name,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: credential.transports ?? [],
        createdAt: tx.now,
        lastUsedAt: null,
      });
      tx.notes['method'] = 'passkey';
      return settleAdded(tx, work, accountId);
    },
    { changesAccess: true, ignoresKey: true },
  );
}

async function verifyNew(
  { id, origin }: RelyingParty,
  expectedChallenge: string,
  response: AddPasskey['response'],
) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
    });
    if (registrationInfo) return registrationInfo;
  } catch {
    // The library throws at whatever is not as it must be; all of it is refused alike.
  }
  throw refused();
}

export function renamePasskey(work: Work, id: string, name: string): Promise<View> {
  return work.transaction('account.renamePasskey', async (tx) => {
    const where = { id, accountId: tx.person.accountId };
    const passkey = isId(id) ? await tx.em.findOne(Passkey, where) : null;
    if (!passkey) throw new Refusal('not-found');
    passkey.name = name;
    return {
      id,
      name,
      createdAt: passkey.createdAt.toISOString(),
      lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null,
    };
  });
}

export function removePasskey(work: Work, id: string): Promise<void> {
  return work.transaction(
    'account.removePasskey',
    async (tx) => {
      const where = { id, accountId: tx.person.accountId };
      await removeFactor(tx, isId(id) ? await tx.em.findOne(Passkey, where) : null);
      tx.notes['method'] = 'passkey';
    },
    { changesAccess: true, ignoresKey: true },
  );
}

/** The caller shows a passkey as the second factor. */
export async function showPasskey(
  work: Work,
  parts: PasskeyParts,
  response: AuthenticationResponseJSON,
): Promise<Signed> {
  const { accountId } = await work.read((reading) => Promise.resolve(reading.holderOwing('mfa')));
  const shown = await verifyPasskey(work, parts, { response, purpose: 'prove', accountId });
  return work.transaction(
    'session.showSecondFactor',
    async (tx) => {
      tx.holderOwing('mfa');
      await usePasskey(tx, shown);
      return renewSession(tx, work, { secondFactorAt: tx.now });
    },
    { changesAccess: true, ignoresKey: true },
  );
}

/**
 * The caller signs in by a passkey alone: what one has, unlocked by what one is or knows, is two
 * factors.
 */
export async function signInByPasskey(
  work: Work,
  parts: PasskeyParts,
  response: AuthenticationResponseJSON,
): Promise<Signed> {
  const shown = await verifyPasskey(work, parts, { response, purpose: 'sign-in', accountId: null });
  return work.transaction(
    'session.signIn',
    async (tx) => {
      const account = await tx.em.findOneOrFail(Account, { id: shown.accountId });
      await requireAdmissible(tx.em, account);
      tx.signAs(account);
      tx.at(await homeOf(tx.em, account));
      await usePasskey(tx, shown);
      return signIn(tx, account, work, { secondFactorAt: tx.now });
    },
    { changesAccess: true, ignoresKey: true },
  );
}

function refused(): Refusal {
  return new Refusal('auth.passkey', says.passkeyNotAdded);
}
