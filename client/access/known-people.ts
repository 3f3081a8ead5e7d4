import { isolated } from '../../shared/core/isolated.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Option } from '../ui/field.ts';
import type { GrantList } from './grant-list.svelte.ts';

/**
 * The people known at an organisation, to choose from: at home there, or above it where one may
 * look. Nearest first; followed while this is read.
 */
export function knownPeople(
  live: Live,
  { here, above }: GrantList,
  fits: (account: AccountWithGrants) => boolean,
): Option[] {
  const homes = [here.link, ...above.map(({ link }) => link).toReversed()];
  return homes.flatMap((home) => {
    const accounts = home ? (live.list('account', home.id).data ?? []) : [];
    const suffix = home && home.id !== here.id ? ` · ${isolated(home.displayName)}` : '';
    return accounts.filter(fits).map(({ id, displayName, email }) => ({
      value: id,
      label: displayName,
      hint: `${email ?? 'Machine account'}${suffix}`,
    }));
  });
}
