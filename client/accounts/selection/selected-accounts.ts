import Ban from '@lucide/svelte/icons/ban';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import KeyRound from '@lucide/svelte/icons/key-round';
import type { Meant } from '../../lists/bulk/bulk-request.ts';
import { words } from './words.ts';

/** Something to do to accounts, about which one is asked before. */
export interface SelectedDeed {
  verb: 'disable' | 'enable' | 'grant';
  meant: Meant;
  count: number;
}

/** What can be done with the accounts that are ticked, and what they are called then. */
export function selectionDeeds() {
  return {
    label: words.selection,
    deeds: [
      { verb: 'grant', label: words.deeds.giveRole, icon: KeyRound },
      { verb: 'disable', label: words.deeds.disable, icon: Ban },
      { verb: 'enable', label: words.deeds.enable, icon: CircleCheck },
    ],
  };
}
