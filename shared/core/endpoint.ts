import type { z } from 'zod';
import type { Page } from './paging.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What an endpoint answers with: a page of a list, one record with its version, the same where it
 * was just made, any other value, a job that was queued, nothing, a file, or an address to go on to.
 */
export type AnswerKind =
  'page' | 'record' | 'made' | 'value' | 'queued' | 'nothing' | 'file' | 'redirect';

/** The schemas of what a request brings, as types. */
export interface Taken {
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  /** Whether it takes the version that the caller saw, as what changes a record by `PATCH` does. */
  readonly version?: true;
}

/**
 * One endpoint of the API, as server, client and tests know it: where it is, what it takes, and
 * what it answers. The name that it is exported under is its operation id. Schemas are known to it
 * as types alone, so that the client can load it without them.
 */
export interface Endpoint<
  M extends Method = Method,
  Param extends string = string,
  Kind extends AnswerKind = AnswerKind,
  Answer = unknown,
  Takes extends Taken = Taken,
> {
  readonly method: M;
  /** Below `/api`, with `:names` for what a caller fills in. */
  readonly path: string;
  readonly answers: Kind;
  /** Whether `If-Match` has to tell the version that the caller saw. */
  readonly isVersioned: boolean;
  /** For the compiler; there is no such value. */
  readonly types?: { readonly param: Param; readonly answer: Answer; readonly takes: Takes };
}

type MethodOf<Address> = Address extends `${infer M extends Method} ${string}` ? M : never;

type ParamIn<Address extends string> = Address extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Name | ParamIn<More>
    : Rest
  : never;

type Answered<Kind extends AnswerKind, Answer> = Kind & { readonly answer?: Answer };

/**
 * Declares an endpoint: `endpoint('POST /invoices/:id/pay', answersRecord<typeof Invoice>(),
 * takesBody<typeof PayInvoice>())`.
 */
/* @__NO_SIDE_EFFECTS__ */
export function endpoint<
  const Address extends `${Method} /${string}`,
  Kind extends AnswerKind,
  Answer,
  Takes extends Taken = object,
>(
  address: Address,
  answers: Answered<Kind, Answer>,
  takes?: Takes,
): Endpoint<MethodOf<Address>, ParamIn<Address>, Kind, Answer, Takes> {
  const [method, path = ''] = address.split(' ');
  const isVersioned = method === 'PATCH' || (takes as Taken | undefined)?.version === true;
  return { method: method as MethodOf<Address>, path, answers, isVersioned };
}

/* @__NO_SIDE_EFFECTS__ */
export function takesBody<Body extends z.ZodType>(): { readonly body: Body } {
  return {} as { body: Body };
}

/* @__NO_SIDE_EFFECTS__ */
export function takesQuery<Query extends z.ZodType>(): { readonly query: Query } {
  return {} as { query: Query };
}

/** The version that the caller saw, in `If-Match`. */
/* @__NO_SIDE_EFFECTS__ */
export function takesVersion(): { readonly version: true } {
  return { version: true };
}

/** A page of these. */
/* @__NO_SIDE_EFFECTS__ */
export function answersPage<Item extends z.ZodType>(): Answered<'page', Item> {
  return 'page';
}

/** One record, with its version as the ETag. */
/* @__NO_SIDE_EFFECTS__ */
export function answersRecord<Answer extends z.ZodType<{ version: number }>>(): Answered<
  'record',
  Answer
> {
  return 'record';
}

/** A record that was just made, and where it is. */
/* @__NO_SIDE_EFFECTS__ */
export function answersMade<Answer extends z.ZodType<{ id: string; version: number }>>(): Answered<
  'made',
  Answer
> {
  return 'made';
}

/** Any other object. */
/* @__NO_SIDE_EFFECTS__ */
export function answersValue<Answer extends z.ZodType>(): Answered<'value', Answer> {
  return 'value';
}

/** A job that goes on after the answer, or with `dryRun` what it would do. */
/* @__NO_SIDE_EFFECTS__ */
export function answersQueued<Answer extends z.ZodType>(): Answered<'queued', Answer> {
  return 'queued';
}

/* @__NO_SIDE_EFFECTS__ */
export function answersNothing(): Answered<'nothing', undefined> {
  return 'nothing';
}

/* @__NO_SIDE_EFFECTS__ */
export function answersFile(): Answered<'file', undefined> {
  return 'file';
}

/* @__NO_SIDE_EFFECTS__ */
export function answersRedirect(): Answered<'redirect', undefined> {
  return 'redirect';
}

export type TypesOf<E extends Endpoint> = NonNullable<E['types']>;

/** What goes with the version that a caller saw: `Given`, where the endpoint takes one. */
export type WhereVersioned<E extends Endpoint, Given> = E['method'] extends 'PATCH'
  ? Given
  : TypesOf<E>['takes'] extends { readonly version: true }
    ? Given
    : unknown;

/** What fills in the path. */
export type ParamsOf<E extends Endpoint> = Readonly<Record<TypesOf<E>['param'], string>>;

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What is answered, as whoever asked reads it. */
export type AnswerOf<E extends Endpoint> = E['answers'] extends 'page'
  ? Page<Output<TypesOf<E>['answer']>>
  : Output<TypesOf<E>['answer']>;
