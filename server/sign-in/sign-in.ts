import { says } from '../../shared/sign-in/words.ts';
import type { SignIn } from '../../shared/sign-in/contract.ts';
import { Refusal, refuseFor } from '../../shared/core/refusals.ts';
import { PASSWORD_PATH } from '../../shared/organisations/sign-in-paths.ts';
import { readLaidDown } from '../organisations/laid-down.ts';
import { networkOf } from '../core/bounds/network.ts';
import { tooMany } from '../core/bounds/too-many.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Work } from '../core/db/work.ts';
import { locate } from '../organisations/require-organisation.ts';
import { Account } from '../people/account.entity.ts';
import { countFailure, findLock, showLock } from './lock.ts';
import { verifyPassword } from './passwords/passwords.ts';
import { type Signed, signIn } from './signed.ts';
import { passwordOf, throttled } from './throttled.ts';

/**
 * The caller signs in by e-mail address and password. Whether the account exists shows neither in
 * the words nor in the work; what else stands in the way is said only to who knows the password. A
 * device that the person has signed in with before is slowed by its own failures only, and no lock
 * concerns it.
 */
export function signInByPassword(
  work: Work,
  device: string | null,
  input: SignIn,
): Promise<Signed> {
  return throttled(work, passwordOf(input.email, device, work.caller.address), async () => {
    if (!device) await requireUnlocked(work, input.email);
    return attempt(work, input, device);
  });
}

/** Before the password is looked at: while a name is locked, nobody learns which one is right. */
async function requireUnlocked(work: Work, email: string): Promise<void> {
  const until = await work.read(({ em, now }) => findLock(em, email, now));
  if (until) throw tooMany(Math.ceil((until.getTime() - work.clock.now().getTime()) / 1000));
}

async function attempt(
  work: Work,
  { email, password }: SignIn,
  device: string | null,
): Promise<Signed> {
  const isKnownDevice = device !== null;
  const waiter = { key: device ?? networkOf(work.caller.address), isKnown: isKnownDevice };
  const known = await work.read(({ em }) =>
    em.findOne(Account, { emailKey: email }, { populate: ['passwordHash'] }),
  );
  const hash = known?.passwordHash ?? null;
  if (!(await verifyPassword(work, waiter, { hash, password }))) {
    await recordFailure(work, { email, known, isKnownDevice });
    throw new Refusal('auth.failed');
  }
  return work.transaction(
    'session.signIn',
    async (tx) => {
      const account = await tx.em.findOneOrFail(Account, { emailKey: email });
      await requireAdmissible(tx.em, account);
      tx.signAs(account);
      tx.at(await homeOf(tx.em, account));
      return signIn(tx, account, work);
    },
    { changesAccess: true, ignoresKey: true },
  );
}

/**
 * The guard refuses who is shut out, or came by a shut path, in words for who has shown who they
 * are.
 */
export async function requireAdmissible(
  em: EntityManager,
  account: Account,
  signInPath: string = PASSWORD_PATH,
): Promise<void> {
  if (account.status !== 'active') throw refuseFor('state', says.disabled);
  const { path } = await homeOf(em, account);
  const { isSuspended, allowsPath } = await readLaidDown(em, [path]);
  if (isSuspended(path)) throw refuseFor('state', says.suspended);
  if (!allowsPath(path, signInPath)) {
    throw new Refusal('auth.path', says.anotherWay);
  }
}

/** Where somebody is at home, for the audit of what they do. */
export async function homeOf(
  em: EntityManager,
  account: Account,
): Promise<{ id: string; path: string }> {
  const home = await locate(em, account.organisationId);
  return home ?? { id: account.organisationId, path: account.organisationId };
}

interface Failure {
  email: string;
  known: Account | null;
  isKnownDevice: boolean;
}

async function recordFailure(work: Work, { email, known, isKnownDevice }: Failure): Promise<void> {
  const isLocked = await work.transaction(
    'session.signInFailed',
    async (tx) => {
      tx.signAsStranger(known?.id ?? '');
      if (known) tx.at(await homeOf(tx.em, known));
      tx.notes['email'] = email;
      if (isKnownDevice) return false;
      countFailure(tx, email, work.caller.address);
      await tx.em.flush();
      return (await findLock(tx.em, email, tx.now)) !== null;
    },
    { ignoresKey: true },
  );
  if (isLocked) await showLock(work, email);
}
