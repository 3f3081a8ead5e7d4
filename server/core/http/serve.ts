import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type {
  AnswerOf,
  Endpoint,
  ParamsOf,
  TypesOf,
  WhereVersioned,
} from '../../../shared/core/endpoint.ts';
import { pageOf } from '../../../shared/core/paging.ts';
import type { ExpectedVersion } from '../changes/merge-edit.ts';
import type { Work } from '../db/work.ts';
import { accept, acceptNone, expectedVersion } from './accept.ts';
import { answerAs } from './answer.ts';
import type { Attachment } from './attachment.ts';
import { describeEndpoint } from './describe-endpoint.ts';
import { type AppEnv, createRouter } from './router.ts';
import type { KeptFile } from './send-file.ts';

type Parsed<Schemas> = {
  readonly [Part in keyof Schemas]: Schemas[Part] extends z.ZodType
    ? z.output<Schemas[Part]>
    : never;
};

/** A request whose parts were parsed by the schemas of its endpoint. */
type Incoming<E extends Endpoint> = ParamsOf<E> &
  Parsed<TypesOf<E>['takes']> &
  WhereVersioned<E, { readonly expected: ExpectedVersion }> & {
    readonly work: Work;
    /** For cookies, and what else no contract tells of. */
    readonly c: Context<AppEnv>;
  };

interface Replies {
  nothing: unknown;
  redirect: string;
  file: Attachment | KeptFile;
}

type Reply<E extends Endpoint> = E['answers'] extends keyof Replies
  ? Replies[E['answers']]
  : AnswerOf<E>;

/** The schemas whose types an endpoint declares; of a page, that of its items. */
type SchemasOf<E extends Endpoint> = Omit<TypesOf<E>['takes'], 'version'> &
  (TypesOf<E>['answer'] extends z.ZodType ? { readonly answer: TypesOf<E>['answer'] } : unknown);

/** A schema that asks for more, or tells more, could be assigned to the one that was declared. */
type NoMoreThan<Declared, Given> = {
  readonly [Part in keyof Declared]: Declared[Part] extends Given[Part & keyof Given]
    ? unknown
    : never;
};

type Description<E extends Endpoint> = {
  readonly summary: string;
  /** A retry is carried out again: what was answered is shown only once. */
  readonly ignoresKey?: true;
} & (E['answers'] extends 'made'
  ? {
      /** Below which path of the API it is found, once it is made. */
      readonly collection: string;
    }
  : unknown);

/** Lays the route of one endpoint. */
type On = <E extends Endpoint, const Schemas extends SchemasOf<E>>(
  endpoint: E,
  description: Description<E> & Schemas & NoMoreThan<SchemasOf<E>, Schemas>,
  handle: (request: Incoming<E>) => Reply<E> | Promise<Reply<E>>,
) => void;

interface Laid {
  summary: string;
  ignoresKey?: true;
  collection?: string;
  body?: z.ZodType;
  query?: z.ZodType;
  answer?: z.ZodType;
}

/**
 * The routes of a feature, one for each of its endpoints, in the order in which addresses are
 * compared. Each is documented, parsed and answered as its endpoint says.
 */
export function serve(
  feature: string,
  endpoints: Readonly<Record<string, Endpoint>>,
  lay: (on: On) => void,
): Hono<AppEnv> {
  const router = createRouter();
  const names = new Map(Object.entries(endpoints).map(([name, endpoint]) => [endpoint, name]));

  lay((endpoint, description, handle) => {
    const { method, path, answers, isVersioned } = endpoint;
    const name = names.get(endpoint);
    if (name === undefined) throw new Error(`${method} ${path} is not one of ${feature} to serve.`);
    names.delete(endpoint);
    const { summary, body, query, answer: schema, ...rest } = description as unknown as Laid;
    const { collection, ignoresKey } = rest;
    const answer = schema && (answers === 'page' ? pageOf(schema) : schema);
    router.on(
      method,
      path,
      describeEndpoint(endpoint, { name, feature, summary, answer, ignoresKey }),
      ...(query ? [accept('query', query)] : []),
      ...(body?.safeParse({}).success ? [acceptNone] : []),
      ...(body ? [accept('json', body)] : []),
      async (c) => {
        const request = {
          work: c.var.work,
          c,
          ...c.req.param(),
          ...(query && { query: c.req.valid('query' as never) }),
          ...(body && { body: c.req.valid('json' as never) }),
          ...(isVersioned && { expected: expectedVersion(c) }),
        };
        const reply = await handle(request as unknown as Incoming<typeof endpoint>);
        return answerAs(c, { name, answers, answer, collection }, reply);
      },
    );
  });

  const [unserved] = names.values();
  if (unserved !== undefined) throw new Error(`${feature} does not serve ${unserved}.`);
  return router;
}
