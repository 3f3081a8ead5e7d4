import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CirclePlay from '@lucide/svelte/icons/circle-play';
import type { Organisation } from '../../../../shared/organisations/contract.ts';
import { organisationPath } from '../../../core/paths.ts';
import type { Meant } from '../../../live/bulk/bulk-request.ts';
import type { MenuItem } from '../../../ui/menu-item.ts';
import { toast } from '../../../ui/toast.ts';
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
  const ways: MenuItem[] = [
    { label: words.open, href, keys: ['O'] },
    { label: words.openInTab, run: () => void window.open(href, '_blank', 'noopener') },
    { label: words.copyLink, run: () => void copyLink(href) },
  ];
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

async function copyLink(href: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(href, location.href).href);
    void toast({ text: words.linkCopied });
  } catch {
    void toast({ text: words.linkNotCopied, tone: 'danger' });
  }
}
