import * as oidc from 'openid-client';
import type { Departure } from '../../shared/federation/contract.ts';
import { ownPath } from '../../shared/core/own-path.ts';
import { isId } from '../../shared/core/ids.ts';
import { hashToken } from '../sign-in/sessions.ts';
import { networkOf } from '../core/bounds/network.ts';
import { MINUTE } from '../core/clock.ts';
import { timeParameter, type EntityManager } from '../core/db/open-database.ts';
import type { Work } from '../core/db/work.ts';
import type { Secrets } from '../core/secrets.ts';
import { FederatedFlow, type FlowPurpose } from './federated-flow.entity.ts';
import { IdentityProvider } from './identity-provider.entity.ts';
import type { ProviderClients } from './provider-clients.ts';
import { RefusedFlow } from './refused-flow.ts';

/** How long somebody has to sign in at the provider. */
export const FLOW_LIFETIME = 10 * MINUTE;

/** What the verifier, the nonce and the way back are sealed for. */
const SEALED_FOR = 'federated flow';

/** What flows stand on; built once. */
export interface FlowParts {
  clients: ProviderClients;
  secrets: Secrets;
}

/** What is begun, for whom, and where it leads. */
export interface Begun {
  providerId: string;
  purpose: FlowPurpose;
  accountId: string | null;
  invitationHash?: string;
  next?: string | undefined;
  /** Of this browser, as its cookie says. */
  browser: string;
  /** Where we are reached, as this browser calls us. */
  origin: string;
}

/** What is kept of a flow that only we may read. */
export interface Sealed {
  verifier: string;
  nonce: string;
  redirectUri: string;
  beganAt: string;
}

/**
 * The server sends somebody to a provider, with a state that is good for one answer from this
 * browser.
 */
export async function startFlow(
  work: Work,
  { clients, secrets }: FlowParts,
  begun: Begun,
): Promise<Departure> {
  const provider = await work.read(({ em }) => findOpen(em, begun));
  const client = await clients.of(provider);
  const state = oidc.randomState();
  const sealed: Sealed = {
    verifier: oidc.randomPKCECodeVerifier(),
    nonce: oidc.randomNonce(),
    redirectUri: `${begun.origin}/api/auth/federated/${provider.id}/callback`,
    beganAt: work.clock.now().toISOString(),
  };
  const url = oidc.buildAuthorizationUrl(client, {
    response_type: 'code',
    redirect_uri: sealed.redirectUri,
    scope: provider.scopes,
    state,
    nonce: sealed.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(sealed.verifier),
    code_challenge_method: 'S256',
    ...(provider.domain !== null && { hd: provider.domain }),
    ...(begun.purpose === 'prove' && { prompt: promptOf(provider), max_age: '0' }),
  });
  await keepFlow(work, begun, { stateHash: hashToken(state), text: seal(secrets, state, sealed) });
  return { url: url.href };
}

/**
 * What has somebody act at the provider instead of being sent back at once. Google knows no sign-in
 * on demand; choosing the account is the most that it asks for.
 */
function promptOf({ kind }: IdentityProvider): string {
  return kind === 'google' ? 'select_account' : 'login';
}

/** The record of a flow is opened, by the state that came back. */
export function openSealed(secrets: Secrets, state: string, text: string): Sealed {
  return JSON.parse(secrets.open(text, SEALED_FOR, hashToken(state))) as Sealed;
}

/** The sweep removes flows whose time is over. */
export async function sweepFlows(em: EntityManager, now: Date): Promise<void> {
  await em.execute('delete from federated_flows where expires_at < ?', [timeParameter(em, now)]);
}

/** A test may be of a provider that is not switched on yet; everybody else meets open doors only. */
async function findOpen(em: EntityManager, { providerId, purpose }: Begun) {
  const provider = isId(providerId)
    ? await em.findOne(IdentityProvider, { id: providerId }, { populate: ['sealedSecret'] })
    : null;
  if (!provider || (purpose !== 'test' && !provider.enabled)) throw new RefusedFlow('provider-off');
  return provider;
}

function seal(secrets: Secrets, state: string, sealed: Sealed): string {
  return secrets.seal(JSON.stringify(sealed), SEALED_FOR, hashToken(state));
}

function keepFlow(
  work: Work,
  { providerId, purpose, accountId, invitationHash, next, browser }: Begun,
  { stateHash, text }: { stateHash: string; text: string },
): Promise<void> {
  work.bounds.require('sign-in-starts', accountId ?? networkOf(work.caller.address));
  return work.transaction(
    'session.startFederated',
    (tx) => {
      tx.signAsStranger(accountId ?? '');
      tx.em.create(FederatedFlow, {
        stateHash,
        browserHash: hashToken(browser),
        providerId,
        purpose,
        accountId,
        invitationHash: invitationHash ?? null,
        next: ownPath(next) ?? '/',
        sealed: text,
        expiresAt: new Date(tx.now.getTime() + FLOW_LIFETIME),
        usedAt: null,
      });
      return Promise.resolve();
    },
    { ignoresKey: true },
  );
}
