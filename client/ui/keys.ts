/** What an input method reports instead of the key, in browsers that leave `isComposing` unset. */
const COMPOSING = 229;

/** Whether the key belongs to an input method that is still composing a word. */
export function isComposing(event: KeyboardEvent): boolean {
  // oxlint-disable-next-line typescript/no-deprecated -- Safari has only this at the key that ends it
  return event.isComposing || event.keyCode === COMPOSING;
}

/**
 * The key that a handler acts on; empty while an input method composes, whose Enter takes a word
 * and whose Escape drops one. The linter refuses `event.key` elsewhere in the client.
 */
export function keyOf(event: KeyboardEvent): string {
  return isComposing(event) ? '' : event.key;
}

/**
 * The key as shortcuts are written. A layout whose letters are not Latin has none of ours; there
 * the place of the key decides, where a Latin keyboard has the letter.
 */
export function shortcutKeyOf(event: KeyboardEvent): string {
  const key = keyOf(event).toLowerCase();
  const place = /^Key([A-Z])$/.exec(event.code)?.[1];
  return key.length === 1 && key > '\u007f' && place ? place.toLowerCase() : key;
}
