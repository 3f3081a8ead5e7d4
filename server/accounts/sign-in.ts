import type { SignIn } from '../../shared/accounts/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { PASSWORD_PATH } from '../../shared/organisations/sign-in-paths.ts';
import { readLaidDown } from '../access/load-person.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Work } from '../core/db/work.ts';
import { locate } from '../organisations/require-organisation.ts';
import { Account } from './account.entity.ts';
import { verifyPassword } from './passwords.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import { type Signed, signIn } from './signed.ts';
import { throttled } from './throttled.ts';

/**
 * Signs in by e-mail address and password. Whether the account exists shows neither in the words
 * nor in the work; what else stands in the way is said only to who knows the password.
 * A device that the person has signed in with before is slowed by its own failures only.
 */
export function signInByPassword(
  work: Work,
  { throttle, device }: { throttle: SignInThrottle; device: string | null },
  input: SignIn,
): Promise<Signed> {
  const address = device ? `device ${device}` : work.caller.address;
  return throttled(work, throttle, { address, name: input.email }, () => attempt(work, input));
}

async function attempt(work: Work, { email, password }: SignIn): Promise<Signed> {
  const known = await work.read(({ em }) =>
    em.findOne(Account, { email }, { populate: ['passwordHash'] }),
  );
  if (!(await verifyPassword(known?.passwordHash ?? null, password))) {
    await recordFailure(work, email, known);
    throw new Refusal('auth.failed');
  }
  return work.transaction(
    'session.signIn',
    async (tx) => {
      const account = await tx.em.findOneOrFail(Account, { email });
      await requireAdmissible(tx.em, account);
      tx.signAs(account);
      tx.at(await homeOf(tx.em, account));
      return signIn(tx, account, work);
    },
    { ignoresKey: true },
  );
}

/** Refuses who is shut out, or came by a shut path, in words for who has shown who they are. */
export async function requireAdmissible(
  em: EntityManager,
  account: Account,
  signInPath: string = PASSWORD_PATH,
): Promise<void> {
  if (account.status !== 'active') refuse('This account is disabled.');
  const { path } = await homeOf(em, account);
  const { isSuspended, allowsPath } = await readLaidDown(em, [path]);
  if (isSuspended(path)) refuse('Your organisation is suspended.');
  if (!allowsPath(path, signInPath)) {
    throw new Refusal('auth.path', 'Your organisation asks you to sign in another way.');
  }
}

function refuse(detail: string): never {
  throw new Refusal('access.denied', detail, { checks: [{ name: 'state', ok: false, detail }] });
}

/** Where somebody is at home, for the audit of what they do. */
export async function homeOf(
  em: EntityManager,
  account: Account,
): Promise<{ id: string; path: string }> {
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
