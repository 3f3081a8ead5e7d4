import { Secret, TOTP } from 'otpauth';
import type { FactorAdded, NewTotp } from '../../shared/factors/contract.ts';
import { bodyOf, type Session } from './session.ts';

/** The code that an authenticator app shows at a time. */
export function codeAt(secret: string, time: Date): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: time.getTime() });
}

/** An authenticator app that somebody has added. */
export interface AddedApp {
  id: string;
  secret: string;
  recoveryCodes: string[];
}

/** Adds an authenticator app to the account of a session that proved itself just now. */
export async function addApp(session: Session, now: Date): Promise<AddedApp> {
  const { id, secret } = bodyOf(await session.post<NewTotp>('/auth/mfa/totp'));
  const path = `/auth/mfa/totp/${id}/confirm`;
  const added = bodyOf(await session.post<FactorAdded>(path, { code: codeAt(secret, now) }));
  return { id, secret, recoveryCodes: added.recoveryCodes ?? [] };
}
