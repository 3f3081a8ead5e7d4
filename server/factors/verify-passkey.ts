import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { Refusal } from '../../shared/core/refusals.ts';
import { timeParameter } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { takeChallenge } from './ceremonies.ts';
import type { CeremonyPurpose } from './ceremony.entity.ts';
import { Passkey } from './passkey.entity.ts';
import type { PasskeyParts } from './passkeys.ts';

/** What is to be verified: for nobody's challenge, the passkey itself says whose it is. */
interface ToVerify {
  response: AuthenticationResponseJSON;
  purpose: Exclude<CeremonyPurpose, 'enrol'>;
  accountId: string | null;
}

/** A passkey that signed the challenge; it still has to be used, where its counter decides. */
export interface VerifiedPasskey {
  id: string;
  accountId: string;
  counter: number;
}

/** The answer to this browser's challenge is verified, which uses the challenge up. */
export async function verifyPasskey(
  work: Work,
  { party, browser }: PasskeyParts,
  { response, purpose, accountId }: ToVerify,
): Promise<VerifiedPasskey> {
  const expectedChallenge = await takeChallenge(work, browser, purpose, accountId);
  const passkey = await work.read(({ em }) =>
    em.findOne(Passkey, { credentialId: response.id, ...(accountId && { accountId }) }),
  );
  if (!passkey) throw new Refusal('auth.passkey');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    });
    const counter = authenticationInfo.newCounter;
    if (verified) return { id: passkey.id, accountId: passkey.accountId, counter };
  } catch {
    // The library throws at whatever is not as it must be; all of it is refused alike.
  }
  throw new Refusal('auth.passkey');
}

/**
 * The server takes the counter over. One that does not grow means a copied authenticator, or an
 * answer that was used already; those that count nothing stay at zero.
 */
export async function usePasskey(tx: Transaction, { id, counter }: VerifiedPasskey): Promise<void> {
  const used = await tx.em.execute<unknown[]>(
    `update passkeys set counter = ?, last_used_at = ?
     where id = ? and (counter < ? or counter = 0) returning id`,
    [counter, timeParameter(tx.em, tx.now), id, counter],
  );
  if (used.length === 0) throw new Refusal('auth.passkey');
  tx.notes['method'] = 'passkey';
}
