import type { NextStep } from '../../shared/accounts/contract.ts';
import type { Transaction } from '../core/db/work.ts';
import type { Account } from './account.entity.ts';
import { type Device, startSession } from './sessions.ts';

/** A sign-in that worked: the token goes into the cookie, `next` into the answer. */
export interface Signed {
  token: string;
  next: NextStep;
}

/** Starts a session for an account whose identity was just proved. */
export async function signIn(
  tx: Transaction,
  account: Pick<Account, 'id'>,
  device: Device,
): Promise<Signed> {
  const { token } = await startSession(tx.em, account.id, device, tx.now);
  return { token, next: 'done' };
}
