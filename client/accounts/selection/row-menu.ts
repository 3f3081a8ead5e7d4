import type { AccountWithGrants } from '../../../shared/accounts/contract.ts';
import { accountOfPath } from '../../core/paths.ts';
import { rowWays } from '../../lists/selection/row-ways.ts';
import type { MenuItem } from '../../ui/menu-item.ts';
import { accountDeeds } from '../account-deeds.ts';
import type { AccountDesk } from '../account-desk.svelte.ts';

/** What can be done with one account of a list. */
export function accountMenu(desk: AccountDesk, account: AccountWithGrants): MenuItem[] {
  const { organisationId, id } = account;
  const [first, ...deeds] = accountDeeds(desk.at(organisationId), account, (deed) => {
    desk.start(deed, account);
  });
  return [
    ...rowWays(accountOfPath(organisationId, id)),
    ...(first ? [{ ...first, separator: true }] : []),
    ...deeds,
  ];
}
