import { folded } from '../../shared/core/folded.ts';
import type { Option } from './field.ts';

/** More than this nobody reads; typing on narrows them. */
export const MOST_SHOWN = 100;

/**
 * The options that fit what was typed: those that begin with it, then those with a word that
 * does, then those that hold it anywhere. Accents and case do not matter.
 */
export function matchingOptions(options: readonly Option[], typed: string): Option[] {
  const sought = folded(typed);
  if (sought === '') return options.slice(0, MOST_SHOWN);

  const ranked: [Option[], Option[], Option[]] = [[], [], []];
  for (const option of options) {
    const text = folded(`${option.label} ${option.hint ?? ''}`);
    if (text.startsWith(sought)) ranked[0].push(option);
    else if (text.includes(` ${sought}`)) ranked[1].push(option);
    else if (text.includes(sought)) ranked[2].push(option);
  }
  return ranked.flat().slice(0, MOST_SHOWN);
}
