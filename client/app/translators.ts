/** Holds the place of a text that a translator shows in its own element. */
const BLANK = '\u200b';

/**
 * A page that the browser translates stays current. A translator takes a text off the page and puts
 * a `font` element there; what changes the text later would change one that nobody sees, and an old
 * name would stay in sight. So the text goes back beside its translation, blank: when it is given
 * another content the translation goes, and when it is removed, too.
 */
export function keepTranslationsCurrent(page: Node): void {
  const translations = new Map<Text, { element: Element; original: string }>();

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') rewritten(record.target as Text);
      else for (const node of record.removedNodes) removed(node, record);
    }
  });

  function rewritten(text: Text): void {
    if (text.data === BLANK) return;
    translations.get(text)?.element.remove();
    translations.delete(text);
  }

  function removed(node: Node, record: MutationRecord): void {
    if (isFont(node)) {
      showOriginal(node);
      return;
    }
    if (!(node instanceof Text) || node.isConnected) return;
    const known = translations.get(node);
    if (known) {
      known.element.remove();
      translations.delete(node);
      return;
    }
    const element = [...record.addedNodes, record.previousSibling, record.nextSibling].find(isFont);
    if (!element?.parentNode || node.data.trim() === '') return;
    translations.set(node, { element, original: node.data });
    node.data = BLANK;
    element.before(node);
  }

  /** The translator was told to stop. */
  function showOriginal(font: Element): void {
    for (const [text, { element, original }] of translations) {
      if (element !== font || font.isConnected) continue;
      text.data = original;
      translations.delete(text);
    }
  }

  observer.observe(page, { childList: true, characterData: true, subtree: true });
}

function isFont(node: Node | null): node is Element {
  return node instanceof Element && node.localName === 'font';
}
