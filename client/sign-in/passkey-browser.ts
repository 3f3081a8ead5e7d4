import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { PasskeyOptions, ShowPasskey } from '../../shared/factors/contract.ts';
import type { Answer } from '../core/api.ts';
import { words } from './words.ts';

/** The answer of an authenticator, which the server verifies. */
type Credential = ShowPasskey['response'];

/** The person closed the authenticator's own dialog, or it gave up waiting. */
export class PasskeyDismissed extends Error {}

/** Why this browser makes no passkeys here, in a sentence; `undefined` where it does. */
export function whyNoPasskeys(): string | undefined {
  if (!('PublicKeyCredential' in globalThis)) return words.noPasskeys;
  const { hostname, port } = location;
  if (hostname === '127.0.0.1') {
    return words.passkeysOpenName({ port });
  }
  return /^[\d.]+$|^\[/.test(hostname) ? words.passkeysNeedName : undefined;
}

/** A new passkey is made for what the server asks. */
export async function createPasskey(asked: Promise<Answer<PasskeyOptions>>): Promise<Credential> {
  const { data } = await asked;
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = data as unknown as PublicKeyCredentialCreationOptionsJSON;
  return orDismissed(startRegistration({ optionsJSON }));
}

/** An authenticator signs what the server asks. */
export async function getPasskey(asked: Promise<Answer<PasskeyOptions>>): Promise<Credential> {
  const { data } = await asked;
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = data as unknown as PublicKeyCredentialRequestOptionsJSON;
  return orDismissed(startAuthentication({ optionsJSON }));
}

async function orDismissed(ceremony: Promise<object>): Promise<Credential> {
  try {
    return (await ceremony) as Credential;
  } catch (error) {
    if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)) {
      throw new PasskeyDismissed(error.message, { cause: error });
    }
    throw error;
  }
}
