import type { Endpoint, ParamsOf, TypesOf } from '../../shared/core/endpoint.ts';
import type { z } from 'zod';

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

/** A field of a query as it may be given: numbers are written in digits, what is left out is not sent. */
type Loosely<Field> = Field | (string extends Field ? number : never) | undefined;

/** The query of an endpoint, by the schema that it declares. */
export type QueryOf<E extends Endpoint> = {
  readonly [Name in keyof Input<TypesOf<E>['takes']['query']>]: Loosely<
    Input<TypesOf<E>['takes']['query']>[Name]
  >;
};

type Part<Name extends string, Value> = object extends Value
  ? { readonly [Key in Name]?: Value }
  : { readonly [Key in Name]: Value };

/** The parameters of an endpoint's path, and its query. */
export type Addressed<E extends Endpoint> = ParamsOf<E> &
  (TypesOf<E>['takes'] extends { query: z.ZodType } ? Part<'query', QueryOf<E>> : unknown);

/** The body of an endpoint as it is sent, before the server adds what was left out. */
export type BodyOf<E extends Endpoint> = TypesOf<E>['takes'] extends { body: z.ZodType }
  ? Part<'body', Input<TypesOf<E>['takes']['body']>>
  : unknown;

/** Where an endpoint is reached, for a request or a link. */
export function endpointUrl<E extends Endpoint>(endpoint: E, given: Addressed<NoInfer<E>>): string {
  const { query = {}, ...params } = given as Record<string, unknown> & { query?: object };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  return `/api${path}${queryString(query)}`;
}

function queryString(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
