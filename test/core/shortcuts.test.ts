import { describe, expect, test } from 'vitest';
import { keyOf, shortcutKeyOf } from '../../client/ui/keys.ts';

/** A key that was pressed; `keyCode` is what some input methods tell of it alone. */
const pressed = (event: Partial<KeyboardEvent>): KeyboardEvent => {
  const untold: Record<string, unknown> = { isComposing: false, keyCode: 0, code: '', key: '' };
  return { ...untold, ...event } as unknown as KeyboardEvent;
};

describe('a shortcut of a letter', () => {
  test.each([
    ['k', 'KeyK', 'k'],
    ['K', 'KeyK', 'k'],
    ['л', 'KeyK', 'k'],
    ['κ', 'KeyK', 'k'],
    ['ל', 'KeyK', 'k'],
    ['Л', 'KeyK', 'k'],
    ['у', 'KeyE', 'e'],
    ['я', 'KeyZ', 'z'],
    ['z', 'KeyY', 'z'], // a German keyboard: the letter counts, not its place
    ['ö', 'Semicolon', 'ö'],
    ['?', 'Slash', '?'],
    ['Escape', 'Escape', 'escape'],
  ])('%s at %s is %s', (key, code, expected) => {
    expect(shortcutKeyOf(pressed({ key, code }))).toBe(expected);
  });
});

test.each([{ isComposing: true }, { keyCode: 229 }])(
  'a key of an input method is none of ours: %o',
  (event) => {
    expect(keyOf(pressed({ key: 'Enter', ...event }))).toBe('');
    expect(shortcutKeyOf(pressed({ key: 'k', code: 'KeyK', ...event }))).toBe('');
  },
);
