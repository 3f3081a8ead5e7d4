import { worded } from '../core/words/said.ts';
import { says } from './words.ts';

/** Why a job over many rows stopped, in the language of the moment; jobs keep it in English. */
export function stopWords(english: string): string {
  const said = [says.sessionOver, says.roleEnded].find(({ detail }) => detail === english);
  return said ? worded(said) : english;
}
