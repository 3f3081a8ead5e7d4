import type { Said } from '../core/words/said.ts';
import { says } from './words.ts';

/** What kinds of provider there are: the two that are known by name, and any other. */
export const providerKinds = ['entra', 'google', 'oidc'] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** What a provider is told by, as far as its issuer goes. */
interface IssuerFacts {
  kind: ProviderKind;
  issuer?: string | undefined;
  /** Entra's directory: its id, one of its domains, or `organizations` for any. */
  tenant?: string | undefined;
}

const directoryId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const loopbacks = ['localhost', '127.0.0.1', '[::1]'];

/** The issuer of a provider: as given, else what follows from its kind; `null` where nothing does. */
export function issuerOf({ kind, issuer, tenant }: IssuerFacts): string | null {
  if (issuer) return issuer;
  if (kind === 'google') return 'https://accounts.google.com';
  if (kind === 'entra' && tenant) {
    return `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/v2.0`;
  }
  return null;
}

/** Why this cannot be a directory of Entra, in a sentence, or `null` where it can. */
export function whyNotTenant(tenant: string): Said | null {
  return /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(tenant) ? null : says.tenant;
}

/** Whether this names one directory, and not several by a word or by one of their domains. */
export function isDirectoryId(text: string): boolean {
  return directoryId.test(text);
}

/** Whether an issuer is spoken to without encryption: only on this machine, for trying things out. */
export function isLoopbackIssuer(issuer: string): boolean {
  const url = new URL(issuer);
  return url.protocol === 'http:' && loopbacks.includes(url.hostname);
}

/** Why this cannot be an issuer, in a sentence, or `null` where it can. */
export function whyNotIssuer(issuer: string): Said | null {
  if (!URL.canParse(issuer)) return says.issuerAddress;
  const { protocol, search, hash, username, port, pathname } = new URL(issuer);
  if (/[{}\s]|%7b|%7d/i.test(issuer)) {
    return says.issuerBraces;
  }
  if (port === '0') return says.issuerPort;
  if (pathname.includes('/.well-known/')) {
    return says.issuerWellKnown({ issuer: issuer.replace(/\/\.well-known\/.*$/, '') });
  }
  if (search !== '' || hash !== '' || username !== '') {
    return says.issuerQuery;
  }
  if (protocol === 'https:' || isLoopbackIssuer(issuer)) return null;
  return says.issuerHttps;
}
