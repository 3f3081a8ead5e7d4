import { decide } from '../../shared/access/decide.ts';
import type { Reading } from '../core/db/reading.ts';
import { locate } from '../organisations/require-organisation.ts';

/** Whether the reader sees an account: their own, or one whose home shows its accounts to them. */
export async function isAccountInSight(
  { em, person }: Reading,
  accountId: string,
): Promise<boolean> {
  if (accountId === person.accountId) return true;
  const [account] = await em.execute<{ organisation_id: string }[]>(
    'select organisation_id from accounts where id = ?',
    [accountId],
  );
  const home = account ? await locate(em, account.organisation_id) : null;
  return home !== null && decide(person, 'accounts.view', home.place).allowed;
}
