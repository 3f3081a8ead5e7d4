import type { Context } from 'hono';
import { describeRoute, resolver, validator } from 'hono-openapi';
import type { z } from 'zod';
import { type FieldError, Problem } from '../../../shared/core/problem.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { ExpectedVersion } from '../changes/merge-edit.ts';
import { ACCOUNT_HEADER } from './request.ts';
import type { AppEnv } from './router.ts';

/**
 * Parses a part of the request by its schema, or refuses with every field that is wrong. It is
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

/** Deeper than any input of ours; what is deeper could exhaust the stack of whatever walks it. */
const MOST_DEPTH = 32;

/** Texts that no database takes, or not as they are: with a NUL, or half of a surrogate pair. */
function findUnstorable(value: unknown, path: readonly string[] = []): FieldError[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [unstorable(path)];
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= MOST_DEPTH) {
    return [{ path: path.join('.'), message: `At most ${MOST_DEPTH} levels.` }];
  }
  return Object.entries(value).flatMap(([name, part]) =>
    isStorable(name) ? findUnstorable(part, [...path, name]) : [unstorable(path)],
  );
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function unstorable(path: readonly string[]): FieldError {
  return { path: path.join('.'), message: 'This text cannot be stored.' };
}

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  /** zod's: fields that the schema does not know. */
  keys?: string[];
}

/** A zod issue as field errors; fields that nobody knows are named one by one. */
export function toFieldErrors(issue: Issue): FieldError[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  if (!issue.keys) return [{ path: path.join('.'), message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...path, key].join('.'),
    message: 'There is no such field.',
  }));
}

interface RouteDescription {
  summary: string;
  /** The schema of the answer's body; none for 204. */
  answer?: z.ZodType;
  status?: 200 | 201 | 204;
  /**
   * The header that it reads besides: the key of a retry, or the version that was seen, which
   * goes together with such a key.
   */
  header?: keyof typeof headers;
}

const headers = {
  'If-Match': {
    description: 'The ETag that the caller saw, such as "7", or * to overwrite knowingly.',
    required: true,
  },
  'Idempotency-Key': {
    description:
      'A key of the caller’s choice: a retry with it and the same body is answered once more, not carried out again.',
    required: false,
  },
  [ACCOUNT_HEADER]: {
    description:
      'The id of the account that the request is made for. Refused with auth.another if the session is of somebody else, who signed in in another tab.',
    required: false,
  },
};

/** Describes a route for `GET /api/openapi.json`. */
export function describe({
  summary,
  answer,
  status = answer ? 200 : 204,
  header,
}: RouteDescription) {
  return describeRoute({
    summary,
    parameters: parametersFor(header),
    responses: {
      [status]: {
        description: status === 204 ? 'Done; there is no body.' : 'Done.',
        ...(answer && { content: { 'application/json': { schema: resolver(answer) } } }),
      },
      default: {
        description: 'Refused or failed, as problem details.',
        content: { 'application/problem+json': { schema: resolver(Problem) } },
      },
    },
  });
}

function parametersFor(header?: keyof typeof headers) {
  const names: (keyof typeof headers)[] = header ? [header, ACCOUNT_HEADER] : [ACCOUNT_HEADER];
  if (header === 'If-Match') names.push('Idempotency-Key');
  return names.map((name) => ({
    in: 'header' as const,
    name,
    schema: { type: 'string' as const },
    ...headers[name],
  }));
}

/** Answers a single record with its version as the ETag. */
export function record<T extends { version: number }>(c: Context<AppEnv>, view: T) {
  c.header('ETag', `"${view.version}"`);
  return c.json(view);
}

/** Answers a record that was just made, saying where it is. */
export function created<T extends { id: string; version: number }>(
  c: Context<AppEnv>,
  collection: string,
  view: T,
) {
  c.header('ETag', `"${view.version}"`);
  c.header('Location', `/api/${collection}/${view.id}`);
  return c.json(view, 201);
}

/** The version in `If-Match`; a change without one is refused. */
export function expectedVersion(c: Context<AppEnv>): ExpectedVersion {
  const header = c.req.header('if-match')?.trim();
  if (!header) throw new Refusal('request.precondition-required');
  if (header === '*') return '*';
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) {
    const message = 'Use the ETag of the record, such as "7", or *.';
    throw new Refusal('request.invalid', message, { errors: [{ path: 'If-Match', message }] });
  }
  return Number(version);
}
