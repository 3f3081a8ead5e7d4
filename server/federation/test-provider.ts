import type { FlowCheck } from '../../shared/federation/contract.ts';
import type { Identity } from '../sign-in/linked-identities.ts';
import type { Work } from '../core/db/work.ts';
import { findProvider, requirePlatform } from './administer-providers.ts';
import type { FlowReason, RefusedFlow } from './refused-flow.ts';

/** The checks of a sign-in in the order in which they are made, with the refusals of each. */
const checks: readonly { name: string; reasons: readonly FlowReason[]; holds: string }[] = [
  { name: 'Discovery', reasons: ['discovery'], holds: 'The provider describes itself.' },
  {
    name: 'Redirect',
    reasons: ['cancelled', 'state', 'expired-state', 'other-browser', 'signed-out'],
    holds: 'It sent the browser back to this server.',
  },
  {
    name: 'Token',
    reasons: ['client', 'token-endpoint', 'claims'],
    holds: 'It gave a token for the client id and secret.',
  },
  {
    name: 'Lifetime',
    reasons: ['expired', 'not-yet-valid', 'issued-in-future'],
    holds: 'The token is valid now.',
  },
  { name: 'Issuer', reasons: ['issuer'], holds: 'The token is by this issuer.' },
  {
    name: 'Audience',
    reasons: ['audience', 'authorised-party'],
    holds: 'The token is for this client.',
  },
  { name: 'Nonce', reasons: ['nonce-missing', 'nonce'], holds: 'The token is for this sign-in.' },
  {
    name: 'Signature',
    reasons: ['shared-secret', 'algorithm', 'unknown-key', 'signature'],
    holds: 'A key of the provider signed the token.',
  },
  {
    name: 'Directory',
    reasons: ['directory', 'domain'],
    holds: 'The person is of a directory that may sign in.',
  },
];

const words: Partial<Record<FlowReason, string>> = {
  discovery: 'The provider does not describe itself at this issuer.',
  cancelled: 'The provider ended the sign-in.',
  client: 'The provider refused the client id or its secret (invalid_client).',
  'token-endpoint': 'The provider gave no token. Check the client id and the secret.',
  claims: 'The token lacks something that it has to say.',
  expired: 'The token is over already. Check the clocks.',
  'not-yet-valid': 'The token is not valid yet. Check the clocks.',
  'issued-in-future': 'The token says that it was made later than now. Check the clocks.',
  issuer: 'The token is by another issuer.',
  audience: 'The token is for another client.',
  'authorised-party': 'The token was given to another client.',
  'nonce-missing': 'The token does not say for which sign-in it is.',
  nonce: 'The token is for another sign-in.',
  'shared-secret':
    'The token is signed with a shared secret; choose a signing key at the provider.',
  algorithm: 'The token is signed in no way that can be checked.',
  'unknown-key': 'The token is signed with a key that is not the provider’s.',
  signature: 'The signature of the token is not right.',
  directory: 'The person is of a directory (tid) that is not on the list.',
  domain: 'The person is of another domain (hd), or of none.',
};

/** Keeps how a test went with its provider, for all who look at it. Nobody is signed in or linked. */
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
  const detail = email
    ? `The address ${email} is shown; it says nothing of who the person is.`
    : 'The provider tells no address; people see only its name. The scope email may be missing.';
  return [
    ...checks.map(({ name, holds }) => ({ name, ok: true, detail: holds })),
    { name: 'E-mail', ok: email !== '', detail },
  ];
}

/** What comes after the check that failed was not looked at, so it is not told. */
function failedChecks({ reason }: RefusedFlow): FlowCheck[] {
  const failed = checks.findIndex(({ reasons }) => reasons.includes(reason));
  return checks.slice(0, failed + 1).map(({ name, holds }, at) => ({
    name,
    ok: at < failed,
    detail: at < failed ? holds : (words[reason] ?? holds),
  }));
}
