import { type Said, saidBy } from '../../../shared/core/words/said.ts';
import { says } from '../../../shared/core/words.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { validator } from 'hono-openapi';
import type { z } from 'zod';
import type { FieldError } from '../../../shared/core/problem.ts';
import { fieldError, Refusal, refuseField } from '../../../shared/core/refusals.ts';
import type { ExpectedVersion } from '../changes/merge-edit.ts';
import type { AppEnv } from './router.ts';

/**
 * A part of the request is parsed by its schema, or refused with every field that is wrong. It is
 * the only way in for outside data, and the same schema documents the route.
 */
export function accept<Target extends 'json' | 'query', Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator<Schema, Target, AppEnv, string>(target, schema, (result) => {
    const errors = result.success
      ? findUnstorable(result.data)
      : result.error.flatMap(toFieldErrors);
    if (errors.length > 0) throw new Refusal('request.invalid', undefined, { errors });
  });
}

/** No body at all counts as one without fields, where all of them may be left out. */
export const acceptNone: MiddlewareHandler<AppEnv> = async (c, next) => {
  if ((await c.req.text()) === '') {
    // what `json()` of the request reads, which the types say is the text itself
    Object.assign(c.req.bodyCache, { text: Promise.resolve('{}') });
  }
  await next();
};

/** The same for a part of what was accepted that has a schema of its own; `at` is where it stands. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  at?: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const before = at === undefined ? '' : `${at}.`;
  const errors = result.error.issues
    .flatMap((issue) => toFieldErrors(issue as Issue))
    .map((error) => ({ ...error, path: `${before}${error.path}` }));
  throw new Refusal('request.invalid', undefined, { errors });
}

/** Deeper than any input of ours; what is deeper could exhaust the stack of whatever walks it. */
const MOST_DEPTH = 32;

/** Texts that no database takes, or not as they are: with a NUL, or half of a surrogate pair. */
function findUnstorable(value: unknown, path: readonly string[] = []): FieldError[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [unstorable(path)];
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= MOST_DEPTH) {
    return [fieldError(path.join('.'), says.mostLevels({ most: MOST_DEPTH }))];
  }
  return Object.entries(value).flatMap(([name, part]) =>
    isStorable(name) ? findUnstorable(part, [...path, name]) : [unstorable(path)],
  );
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function unstorable(path: readonly string[]): FieldError {
  return fieldError(path.join('.'), says.unstorable);
}

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  /** zod's: fields that the schema does not know. */
  keys?: string[];
  /** Of a check of ours: the message that it tells. */
  params?: unknown;
}

/** A zod issue as field errors; fields that nobody knows are named one by one. */
export function toFieldErrors(issue: Issue): FieldError[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  if (!issue.keys) {
    const said = saidOf(issue);
    const at = path.join('.');
    return [said ? fieldError(at, said) : { path: at, message: issue.message }];
  }
  return issue.keys.map((key) => fieldError([...path, key].join('.'), says.noSuchField));
}

/** The message that an issue tells, where it is one of ours. */
function saidOf({ message, params }: Issue): Said | undefined {
  const isOurs = typeof params === 'object' && params !== null && 'detail' in params;
  return isOurs ? (params as Said) : saidBy(message);
}

/** The version in `If-Match`; a change without one is refused. */
export function expectedVersion(c: Context<AppEnv>): ExpectedVersion {
  const header = c.req.header('if-match')?.trim();
  if (!header) throw new Refusal('request.precondition-required');
  if (header === '*') return '*';
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) {
    throw refuseField('If-Match', says.useETag);
  }
  return Number(version);
}
