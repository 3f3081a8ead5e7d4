import { worded } from '../core/words/said.ts';
import { says as coreSays } from '../core/jobs/words.ts';
import { says } from './words.ts';

const reasons = [
  says.sessionOver,
  says.roleEnded,
  coreSays.jobLeft,
  coreSays.jobTooOften,
  coreSays.jobUnreadable,
  coreSays.jobStuck,
  coreSays.mailNotWritten,
  coreSays.mailUnanswered,
];

/**
 * Why a job stopped, in the language of the moment; jobs keep it in English. What a mail server
 * answered stays as it said it.
 */
export function stopWords(english: string): string {
  const said = reasons.find(({ detail }) => detail === english);
  return said ? worded(said) : english;
}
