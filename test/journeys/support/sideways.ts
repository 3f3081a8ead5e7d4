import type { Page } from '@playwright/test';

/** What runs off a page sideways: the page itself, or what nobody can scroll to. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    const faults = over > 0 ? [`the page scrolls by ${String(over)} px`] : [];

    const isTakenCareOf = (element: Element): boolean => {
      for (let each: Element | null = element; each; each = each.parentElement) {
        const { overflowX, textOverflow, position, clipPath } = getComputedStyle(each);
        if (overflowX === 'auto' || overflowX === 'scroll') return true;
        if (overflowX !== 'visible' && textOverflow === 'ellipsis') return true;
        if (position === 'fixed' || clipPath !== 'none') return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const isOff = width > 1 && (right > root.clientWidth + 1 || left < -1);
      if (isOff && !isTakenCareOf(element)) {
        const words = (element.textContent || element.tagName).trim().slice(0, 40);
        faults.push(`${element.tagName} “${words}” ends at ${String(Math.round(right))} px`);
      }
    }
    for (const table of document.querySelectorAll('main table[aria-label]')) {
      const frame = table.parentElement?.getBoundingClientRect();
      if (frame && table.getBoundingClientRect().right > frame.right + 1) {
        faults.push(`the table “${table.ariaLabel ?? ''}” is wider than its room`);
      }
      const [first] = table.querySelectorAll('thead th:not(:has(input))');
      const isList = getComputedStyle(table).display === 'block';
      if (first && !isList && first.getBoundingClientRect().width < 16 * 16) {
        const wide = Math.round(first.getBoundingClientRect().width);
        faults.push(`the first column of “${table.ariaLabel ?? ''}” has ${String(wide)} px`);
      }
    }
    return faults;
  });
}
