import type { FlowCheck } from '../../shared/federation/contract.ts';
import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/federation/words.ts';
import type { Identity } from '../sign-in/linked-identities.ts';
import type { Work } from '../core/db/work.ts';
import { findProvider, requirePlatform } from './administer-providers.ts';
import type { FlowReason, RefusedFlow } from './refused-flow.ts';

/** The checks of a sign-in in the order in which they are made, with the refusals of each. */
const checks: readonly { name: string; reasons: readonly FlowReason[]; holds: Said }[] = [
  { name: 'Discovery', reasons: ['discovery'], holds: says.discovered },
  {
    name: 'Redirect',
    reasons: ['cancelled', 'state', 'expired-state', 'other-browser', 'signed-out'],
    holds: says.cameBack,
  },
  {
    name: 'Token',
    reasons: ['client', 'token-endpoint', 'claims'],
    holds: says.gaveToken,
  },
  {
    name: 'Lifetime',
    reasons: ['expired', 'not-yet-valid', 'issued-in-future'],
    holds: says.validNow,
  },
  { name: 'Issuer', reasons: ['issuer'], holds: says.byIssuer },
  {
    name: 'Audience',
    reasons: ['audience', 'authorised-party'],
    holds: says.forClient,
  },
  { name: 'Nonce', reasons: ['nonce-missing', 'nonce'], holds: says.forSignIn },
  {
    name: 'Signature',
    reasons: ['shared-secret', 'algorithm', 'unknown-key', 'signature'],
    holds: says.signed,
  },
  {
    name: 'Directory',
    reasons: ['directory', 'domain'],
    holds: says.inDirectory,
  },
];

const failures: Partial<Record<FlowReason, Said>> = {
  discovery: says.notDiscovered,
  cancelled: says.providerEnded,
  client: says.clientRefused,
  'token-endpoint': says.noToken,
  claims: says.claimsMissing,
  expired: says.tokenExpired,
  'not-yet-valid': says.tokenNotYetValid,
  'issued-in-future': says.tokenFromFuture,
  issuer: says.otherIssuer,
  audience: says.otherClient,
  'authorised-party': says.givenToOther,
  'nonce-missing': says.nonceMissing,
  nonce: says.otherNonce,
  'shared-secret': says.sharedSecret,
  algorithm: says.algorithm,
  'unknown-key': says.unknownKey,
  signature: says.badSignature,
  directory: says.otherDirectory,
  domain: says.otherDomain,
};

/**
 * The result of a test is kept with its provider, for all who look at it. Nobody is signed in or
 * linked.
 */
export function keepTest(
  work: Work,
  providerId: string,
  result: Identity | RefusedFlow,
): Promise<void> {
  return work.transaction('provider.test', async (tx) => {
    await requirePlatform(tx, 'settings.federate');
    const provider = await findProvider(tx, providerId);
    provider.test = {
      at: tx.now.toISOString(),
      by: tx.person.displayName,
      checks: 'reason' in result ? failedChecks(result) : passedChecks(result),
    };
  });
}

function passedChecks({ email }: Identity): FlowCheck[] {
  const told = email ? says.addressShown({ email }) : says.noAddress;
  return [
    ...checks.map(({ name, holds }) => ({ name, ok: true, ...holds })),
    { name: 'E-mail', ok: email !== '', ...told },
  ];
}

/** What comes after the check that failed was not looked at, so it is not told. */
function failedChecks({ reason }: RefusedFlow): FlowCheck[] {
  const failed = checks.findIndex(({ reasons }) => reasons.includes(reason));
  return checks.slice(0, failed + 1).map(({ name, holds }, at) => ({
    name,
    ok: at < failed,
    ...(at < failed ? holds : (failures[reason] ?? holds)),
  }));
}
