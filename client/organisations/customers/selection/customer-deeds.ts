import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CirclePlay from '@lucide/svelte/icons/circle-play';
import type { Organisation } from '../../../../shared/organisations/contract.ts';
import { organisationPath } from '../../../core/paths.ts';
import type { Meant } from '../../../lists/bulk/bulk-request.ts';
import { rowWays } from '../../../lists/selection/row-ways.ts';
import type { MenuItem } from '../../../ui/menu-item.ts';
import { words } from './words.ts';

/** Something to do to customers, about which one is asked before. */
export interface CustomerDeed {
  verb: 'suspend' | 'activate' | 'move';
  meant: Meant;
  count: number;
}

/** What can be done with one customer of the list; `ask` where its reader may change any. */
export function customerMenu(
  { id, status, kind }: Organisation,
  ask: ((deed: CustomerDeed) => void) | undefined,
): MenuItem[] {
  const href = organisationPath(id);
  const deed = (verb: CustomerDeed['verb']) => () =>
    ask?.({ verb, meant: { ids: [id] }, count: 1 });
  const isSuspended = status === 'suspended';
  const ways = rowWays(href);
  if (!ask) return ways;
  return [
    ...ways,
    isSuspended
      ? { label: words.deeds.activate, icon: CirclePlay, run: deed('activate'), separator: true }
      : { label: words.deeds.suspend, icon: CirclePause, run: deed('suspend'), separator: true },
    ...(kind === 'unit' || kind === 'distributor'
      ? []
      : [{ label: words.deeds.move, icon: ArrowRightLeft, run: deed('move') }]),
  ];
}

/** What can be done with the customers that are ticked, and what they are called then. */
export function selectionDeeds() {
  return {
    label: words.selection,
    deeds: [
      { verb: 'suspend', label: words.deeds.suspend, icon: CirclePause },
      { verb: 'activate', label: words.deeds.activate, icon: CirclePlay },
      { verb: 'move', label: words.deeds.move, icon: ArrowRightLeft },
    ],
  };
}
