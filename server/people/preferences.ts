import type { EditPreferences, Preferences } from '../../shared/people/preferences.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { ExpectedVersion } from '../core/changes/merge-edit.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { AccountPreferences } from './preferences.entity.ts';

const none = { language: null, timeZone: null, formats: null };

/** How the caller wants to be spoken to; version 0 where they never said. */
export function findPreferences(work: Work): Promise<Preferences> {
  return work.read(async ({ em, person }) =>
    view(await em.findOne(AccountPreferences, { accountId: person.accountId })),
  );
}

/** The caller changes how they want to be spoken to. */
export function editPreferences(
  work: Work,
  patch: EditPreferences,
  expected: ExpectedVersion,
): Promise<Preferences> {
  return work.transaction('account.setPreferences', async (tx) => {
    const { accountId } = tx.person;
    const known = await tx.em.findOne(AccountPreferences, { accountId });
    if (expected !== '*' && expected !== (known?.version ?? 0)) {
      throw new Refusal('version.conflict');
    }
    const preferences = known ?? tx.em.create(AccountPreferences, { accountId, ...none });
    Object.assign(preferences, patch);
    await tx.em.flush();
    return view(preferences);
  });
}

/** The time zones that accounts chose, by account. */
export async function zonesOf(
  em: EntityManager,
  accountIds: readonly string[],
): Promise<Map<string, string | null>> {
  const chosen = await em.find(
    AccountPreferences,
    { accountId: { $in: [...accountIds] } },
    { disableIdentityMap: true },
  );
  return new Map(chosen.map(({ accountId, timeZone }) => [accountId, timeZone]));
}

/** The choices of accounts that go are forgotten. */
export async function clearPreferences(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<void> {
  tx.em.remove(await tx.em.find(AccountPreferences, { accountId: { $in: [...accountIds] } }));
}

function view(preferences: AccountPreferences | null): Preferences {
  const { language, timeZone, formats, version } = preferences ?? { ...none, version: 0 };
  return { language, timeZone, formats, version };
}
