import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;

/** A new shared secret, in the form that people can type. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an app shows beside the codes: at which installation they are of use, and whose they are. */
export interface TotpLabel {
  issuer: string;
  account: string;
}

/** What an authenticator app reads from the picture. */
export function totpUri(secret: string, label: TotpLabel): string {
  return totpOf(secret, label).toString();
}

/** The thirty seconds that a code belongs to: these or the ones before; `null` for any other. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
  if (delta === null || delta > 0) return null;
  return Math.floor(timestamp / 1000 / PERIOD) + delta;
}

function totpOf(
  secret: string,
  { issuer, account }: TotpLabel = { issuer: '', account: '' },
): TOTP {
  return new TOTP({
    issuer,
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });
}
