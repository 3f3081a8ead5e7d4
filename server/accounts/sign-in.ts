import type { SignIn } from '../../shared/accounts/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { suspendedPaths } from '../access/load-person.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Work } from '../core/db/work.ts';
import { locate } from '../organisations/require-organisation.ts';
import { Account } from './account.entity.ts';
import { verifyPassword } from './passwords.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import { type Signed, signIn } from './signed.ts';

/**
 * Signs in by e-mail address and password. Whether the account exists shows neither in the words
 * nor in the work; what else stands in the way is said only to who knows the password.
 */
export function signInByPassword(
  work: Work,
  throttle: SignInThrottle,
  input: SignIn,
): Promise<Signed> {
  const { address } = work.caller;
  return throttle.inTurn(address, input.email, () => attempt(work, throttle, input));
}

async function attempt(
  work: Work,
  throttle: SignInThrottle,
  { email, password }: SignIn,
): Promise<Signed> {
  const { address } = work.caller;
  const wait = throttle.waitSeconds(address, email, work.clock.now());
  if (wait > 0) {
    throw new Refusal('request.too-many', `Try again in ${wait} seconds.`, {
      retryAfterSeconds: wait,
    });
  }
  const known = await work.read(({ em }) =>
    em.findOne(Account, { email }, { populate: ['passwordHash'] }),
  );
  if (!(await verifyPassword(known?.passwordHash ?? null, password))) {
    throttle.failed(address, email, work.clock.now());
    await recordFailure(work, email, known);
    throw new Refusal('auth.failed');
  }
  throttle.succeeded(address, email);
  return work.transaction(
    'session.signIn',
    async (tx) => {
      const account = await tx.em.findOneOrFail(Account, { email });
      await requireAdmissible(tx.em, account);
      tx.signAs(account);
      tx.at(await homeOf(tx.em, account));
      return signIn(tx, account, work.caller);
    },
    { ignoresKey: true },
  );
}

async function requireAdmissible(em: EntityManager, account: Account): Promise<void> {
  if (account.status !== 'active') refuse('This account is disabled.');
  const { path } = await homeOf(em, account);
  const isSuspended = await suspendedPaths(em, [path]);
  if (isSuspended(path)) refuse('Your organisation is suspended.');
}

function refuse(detail: string): never {
  throw new Refusal('access.denied', detail, { checks: [{ name: 'state', ok: false, detail }] });
}

async function homeOf(em: EntityManager, account: Account): Promise<{ id: string; path: string }> {
  const home = await locate(em, account.organisationId);
  return home ?? { id: account.organisationId, path: account.organisationId };
}

async function recordFailure(work: Work, email: string, known: Account | null): Promise<void> {
  await work.transaction(
    'session.signInFailed',
    async (tx) => {
      tx.signAs({ id: known?.id ?? '', displayName: '' });
      if (known) tx.at(await homeOf(tx.em, known));
      tx.notes['email'] = email;
    },
    { ignoresKey: true },
  );
}
