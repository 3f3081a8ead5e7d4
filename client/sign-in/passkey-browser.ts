import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Api } from '../core/api.ts';

/** The person closed the authenticator's own dialog, or it gave up waiting. */
export class PasskeyDismissed extends Error {}

/** Why this browser makes no passkeys here, in a sentence; `undefined` where it does. */
export function whyNoPasskeys(): string | undefined {
  if (!('PublicKeyCredential' in globalThis)) return 'This browser knows no passkeys.';
  const { hostname, port } = location;
  if (hostname === '127.0.0.1') {
    return `Passkeys need a name, not a bare IP address. Open http://localhost:${port} instead.`;
  }
  return /^[\d.]+$|^\[/.test(hostname)
    ? 'Passkeys need the name of a server, not its bare IP address. Ask for the address that Canopy is published at.'
    : undefined;
}

/** Makes a new passkey for what the server asks. */
export async function createPasskey(api: Api, path: string, body: object): Promise<unknown> {
  const { data } = await api.post<PublicKeyCredentialCreationOptionsJSON>(path, body);
  const { startRegistration } = await import('@simplewebauthn/browser');
  return orDismissed(startRegistration({ optionsJSON: data }));
}

/** Has an authenticator sign what the server asks. */
export async function getPasskey(api: Api, path: string, body: object = {}): Promise<unknown> {
  const { data } = await api.post<PublicKeyCredentialRequestOptionsJSON>(path, body);
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return orDismissed(startAuthentication({ optionsJSON: data }));
}

async function orDismissed(ceremony: Promise<unknown>): Promise<unknown> {
  try {
    return await ceremony;
  } catch (error) {
    if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)) {
      throw new PasskeyDismissed(error.message, { cause: error });
    }
    throw error;
  }
}
