import type { FieldError, NamedCheck, Problem } from '../../shared/core/problem.ts';
import { saidBy, worded } from '../../shared/core/words/said.ts';
import { messageOf } from '../../shared/core/words/words.ts';
import { ApiError, Unreachable } from './api.ts';
import { words } from './words.ts';

/** What to tell a person of something that did not work. */
export interface Told {
  title: string;
  detail: string;
}

/** A sentence on what happened, what was kept and what to do, for anything that was thrown. */
export function told(error: unknown): Told {
  if (error instanceof Unreachable) {
    return { title: words.unreachable, detail: words.unreachableAdvice };
  }
  if (error instanceof ApiError) {
    const { problem } = error;
    const title = titleOf(problem);
    const detail = adviceFor(problem.code) ?? detailOf(problem);
    return { title, detail: detail === title ? '' : detail };
  }
  return { title: words.fault, detail: words.faultAdvice };
}

/** The same in one sentence or two, for a place with one line. */
export function toldBriefly(error: unknown): string {
  if (error instanceof ApiError && error.code !== 'not-found') {
    const [first] = error.fields;
    return first ? wordedField(first) : (adviceFor(error.code) ?? detailOf(error.problem));
  }
  const { title, detail } = told(error);
  return `${title}. ${detail}`;
}

/** What is wrong with a field, in the reader's language. */
export function wordedField({ code = '', params, message }: FieldError): string {
  return worded({ code, params, detail: message });
}

/** What a schema said of a field, in the reader's language. */
export function wordedText(english: string): string {
  const said = saidBy(english);
  return said ? worded(said) : english;
}

/** What a check found, in the reader's language. */
export function wordedCheck({ code = '', params, detail }: NamedCheck): string {
  return worded({ code, params, detail });
}

/** Whether the thing is not there for this person: gone, never there, or out of sight. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 403);
}

/** Where the server's own words leave open what to do next, ours say it. */
function adviceFor(code: string): string | undefined {
  return Object.hasOwn(words.advice, code)
    ? words.advice[code as keyof typeof words.advice]
    : undefined;
}

function titleOf({ code, title }: Problem): string {
  const titles = messageOf('shared/core', 'refusals') as Record<string, string> | undefined;
  return titles?.[code] ?? title;
}

/** The sentence of a problem; where it has none of its own, its title is one. */
function detailOf(problem: Problem): string {
  const { reason, params, detail, title } = problem;
  if (reason !== undefined) return worded({ code: reason, params, detail });
  return detail === title ? titleOf(problem) : detail;
}
