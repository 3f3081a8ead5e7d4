import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Option } from '../ui/field.ts';
import type { GrantList } from './grant-list.svelte.ts';
import { words } from './words.ts';

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
    const elsewhere = home && home.id !== here.id ? home.displayName : undefined;
    return accounts.filter(fits).map(({ id, displayName, email }) => ({
      value: id,
      label: displayName,
      hint: hintOf(email, elsewhere),
    }));
  });
}

/** The address, and the home of somebody who is at home elsewhere. */
function hintOf(email: string | null, elsewhere: string | undefined): string {
  if (elsewhere === undefined) return email ?? words.machine;
  return email === null
    ? words.machineOf({ name: elsewhere })
    : words.emailOf({ email, name: elsewhere });
}
