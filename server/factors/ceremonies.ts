import { says } from '../../shared/factors/words.ts';
import { randomBytes } from 'node:crypto';
import { Refusal } from '../../shared/core/refusals.ts';
import { networkOf } from '../core/bounds/network.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { Ceremony, type CeremonyPurpose } from './ceremony.entity.ts';
import { CEREMONY_LIFETIME } from '../sign-in/session-cookie.ts';
import { hashToken } from '../sign-in/sessions.ts';

/** Who asks for passkeys: the name that they are bound to, and the pages that may use them. */
export interface RelyingParty {
  id: string;
  origin: string;
  /** The name and the port that people know this installation by. */
  host: string;
}

/**
 * Passkeys are bound to the public address. Where none is configured, to this machine by its
 * name: browsers make none for a bare IP address.
 */
export function relyingParty(publicUrl: string, isConfigured: boolean): RelyingParty {
  const url = new URL(publicUrl);
  if (isConfigured) return { id: url.hostname, origin: url.origin, host: url.host };
  const host = `localhost:${url.port}`;
  return { id: 'localhost', origin: `http://${host}`, host };
}

/** What an authenticator is to sign, for what, and whose; of nobody it is any. */
interface Challenge {
  purpose: CeremonyPurpose;
  challenge: string;
  accountId: string | null;
}

/** A challenge is kept for the browser that gets the returned token as a cookie. */
export function keepChallenge(
  { bounds, caller }: Work,
  tx: Transaction,
  { purpose, challenge, accountId }: Challenge,
): string {
  bounds.require('sign-in-starts', accountId ?? networkOf(caller.address));
  const browser = randomBytes(32).toString('base64url');
  tx.em.create(Ceremony, {
    browserHash: hashToken(browser),
    challenge,
    purpose,
    accountId,
    expiresAt: new Date(tx.now.getTime() + CEREMONY_LIFETIME),
  });
  return browser;
}

/**
 * The challenge is used up that this browser was given (by one of its cookie's values), whatever
 * comes of the answer: in a transaction of its own, so that a wrong answer cannot be tried again.
 */
export function takeChallenge(
  work: Work,
  browser: readonly string[],
  purpose: CeremonyPurpose,
  accountId: string | null,
): Promise<string> {
  return work
    .transaction(
      'session.takeChallenge',
      async (tx) => {
        tx.signAsStranger(accountId ?? '');
        if (browser.length === 0) return null;
        const hashes = browser.map(hashToken);
        const [taken] = await tx.em.execute<Row[]>(
          `delete from ceremonies where browser_hash in (${marksFor(hashes)})
         returning challenge, purpose, account_id, expires_at > ? as is_open`,
          [...hashes, timeParameter(tx.em, tx.now)],
        );
        return taken?.is_open && taken.purpose === purpose && taken.account_id === accountId
          ? taken.challenge
          : null;
      },
      { ignoresKey: true },
    )
    .then((challenge) => {
      if (challenge === null) throw new Refusal('auth.passkey', says.tookTooLong);
      return challenge;
    });
}

interface Row {
  challenge: string;
  purpose: CeremonyPurpose;
  account_id: string | null;
  is_open: boolean | number;
}

/** The sweep removes challenges that nobody has answered in time. */
export async function sweepCeremonies(em: EntityManager, now: Date): Promise<void> {
  await em.execute('delete from ceremonies where expires_at < ?', [timeParameter(em, now)]);
}
