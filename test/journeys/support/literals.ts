import type { Page } from '@playwright/test';

/** What is read on the page in plain letters, and is no name, time, key or code. */
export async function literalsOn(page: Page, names: readonly string[]): Promise<string[]> {
  return page.evaluate((known) => {
    const exempt =
      'time, kbd, code, select, option, [role="option"], [translate="no"], button[lang], style, script';
    const padding = /(^| )((one|two|six|on|o|tw|t|si|s) ?)+(?=\]|$)/g;
    const list = /(?<=\]) and (?=\[)|^and$/g; // of messages, or of names, which are taken out
    const date = /\d{1,2} [A-Z][a-z]+( \d{4})?/g;
    const initials = /^[A-Z]{2}$/;
    const mail = /\S+@\S+: : .*/; // as it was sent
    const withoutNames = (text: string) => text.replace(new RegExp(known.join('|'), 'g'), '');
    const bare = (text: string) =>
      [mail, /\S+@\S+|https?:\S+/g, date, padding, list, initials].reduce(
        (rest: string, pattern) => rest.replace(pattern, ''),
        withoutNames(text).trim(),
      );
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const read: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      const isShown = parentElement?.checkVisibility({ visibilityProperty: true }) === true;
      if (isShown && parentElement.closest(exempt) === null) read.push(nodeValue ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest(exempt) !== null) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) {
        read.push(element.getAttribute(name) ?? '');
      }
    }
    return [...new Set(read)].filter((text) => /[A-Za-z]{2}/.test(bare(text)));
  }, names);
}
