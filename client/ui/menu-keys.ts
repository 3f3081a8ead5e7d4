import { folded } from '../../shared/core/folded.ts';
import { keyOf } from './keys.ts';

/** The line of a menu that a key leads to, if it leads to one. */
export function lineFor(
  event: KeyboardEvent,
  lines: readonly HTMLElement[],
): HTMLElement | undefined {
  const at = lines.findIndex((line) => line === document.activeElement);
  const key = keyOf(event);
  switch (key) {
    case 'ArrowDown':
      return lines[(at + 1) % lines.length];
    case 'ArrowUp':
      return lines.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return lines[0];
    case 'End':
      return lines.at(-1);
    default:
      return isLetter(event, key) ? startingWith(key, lines, at) : undefined;
  }
}

function isLetter({ ctrlKey, metaKey, altKey }: KeyboardEvent, key: string): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** The next one, so that the same letter again leads on to another. */
function startingWith(
  letter: string,
  lines: readonly HTMLElement[],
  at: number,
): HTMLElement | undefined {
  const round = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
  return round.find((line) => folded(line.innerText).startsWith(folded(letter)));
}
