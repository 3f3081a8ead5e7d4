import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const SIDE = /(^|-)(left|right|top|bottom)(-|$)/;
const SIZE = /^(min-|max-)?(width|height)$/;
/** Shorthands of four sides, the inline ones of which may differ. */
const FOUR_SIDES = /^(margin|padding|inset|border-(width|color|style)|scroll-(margin|padding))$/;
/** Values that name a side: `float: left`, `transform-origin: right`. */
const SIDED = /^(float|clear|text-align|transform-origin|background-position|object-position)$/;

/** The declarations of a stylesheet, or of a component's style. */
function declarationsOf(file: string, source = readFileSync(file, 'utf8')): [string, string][] {
  const styles = file.endsWith('.css')
    ? source
    : [...source.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, style]) => style).join('\n');
  const inMarkup = file.endsWith('.css') ? [] : [...source.matchAll(/\bstyle:([\w-]+)=()/g)];
  return [...styles.matchAll(/([\w-]+)\s*:\s*([^;{}]+);/g), ...inMarkup].map(
    ([, property = '', value = '']) => [property, value.trim()],
  );
}

/** Whether a declaration holds only where the text runs from left to right. */
function isPhysical([property, value]: [string, string]): boolean {
  if (property.startsWith('--')) return false;
  if (SIDE.test(property) || SIZE.test(property)) return true;
  if (SIDED.test(property)) return /\b(left|right)\b/.test(value);
  if (!FOUR_SIDES.test(property)) return false;
  const sides = value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  return sides.length === 4 && sides[1] !== sides[3];
}

describe('a style', () => {
  const files = globSync('client/**/*.{svelte,css}');

  test('is told physical from logical', () => {
    const style = `p { margin-left: 1px; width: 1px; padding: 0 1px 0 2px; float: left; top: 0;
      margin: 0 1px 2px 1px; padding-inline: 1px; --width: 1px; text-align: start; }`;

    const physical = declarationsOf('a.css', style).filter(isPhysical);

    expect(physical.map(([property]) => property)).toEqual([
      ...['margin-left', 'width', 'padding', 'float', 'top'],
    ]);
  });

  test('is logical everywhere, so that it holds in a language that runs the other way', () => {
    const physical = files.flatMap((file) =>
      declarationsOf(file)
        .filter(isPhysical)
        .map(([property, value]) => `${file}: ${property}: ${value}`),
    );

    expect(files.length).toBeGreaterThan(100);
    expect(physical).toEqual([]);
  });

  test('turns each arrow that points along the text', () => {
    const unmarked = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<(Chevron|Arrow)(Left|Right)\b[^>]*>/g)]
        .filter(([icon]) => !icon.includes('class="mirrored"'))
        .map(([icon]) => `${file}: ${icon}`),
    );

    expect(unmarked).toEqual([]);
  });
});
