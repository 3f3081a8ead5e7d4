import type { MenuItem } from '../../ui/menu-item.ts';
import { toast } from '../../ui/toast.ts';
import { words } from '../words.ts';

/** The first items of a row's menu: open its page, open it in a new tab, copy its link. */
export function rowWays(href: string): MenuItem[] {
  return [
    { label: words.open, href, keys: ['O'] },
    { label: words.openInTab, run: () => void window.open(href, '_blank', 'noopener') },
    { label: words.copyLink, run: () => void copyLink(href) },
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
