import * as fc from 'fast-check';

type Schema = Record<string, unknown>;

/** One operation of the API, as its own description tells it. */
export interface Operation {
  method: string;
  path: string;
  query: { name: string; schema: Schema; required?: boolean }[];
  /** What it answers when all is well, where that is JSON. */
  answer: Schema | undefined;
  body: Schema | undefined;
}

/** A request that nobody means well by. */
export interface HostileRequest {
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

interface Described {
  parameters?: unknown;
  requestBody?: unknown;
  responses?: unknown;
}

interface Description {
  paths: Record<string, Record<string, Described>>;
}

/** All operations that the description of the API lists. */
export function operationsOf(description: unknown): Operation[] {
  const { paths } = description as Description;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => {
      const inQuery = (parameters as (Operation['query'][number] & { in: string })[]).filter(
        (parameter) => parameter.in === 'query',
      );
      return {
        method: method.toUpperCase(),
        path: path.replace(/^\/api/, ''),
        query: inQuery,
        body: schemaIn(requestBody),
        answer: schemaIn((responses as Record<string, unknown> | undefined)?.['200']),
      };
    }),
  );
}

function schemaIn(holder: unknown): Schema | undefined {
  const content = (holder as { content?: Record<string, { schema?: Schema }> } | undefined)
    ?.content;
  return content && Object.values(content)[0]?.schema;
}

const UNKNOWN = '0192d3a4-0000-7000-8000-000000000000';

const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x',
    '\0',
    '\ud83c',
    '\u202e\u2066',
    '\u200b',
    '１２３４５６',
    '%',
    '\\',
    "'; drop table accounts; --",
    '__proto__',
    'x'.repeat(5_000),
    'ﷺ'.repeat(300),
    UNKNOWN,
    '0000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
    '+010000-01-01T00:00:00Z',
    'eve@münchen.de',
    '../../etc/passwd',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const cursors = fc.oneof(
  fc.constantFrom('0', '-1', '99999999999999999999', 'null', '1e3', '000000000000001'),
  fc
    .tuple(texts, fc.constantFrom('0000-01-01T00:00:00.000Z', 'a', '-000300-01-01T00:00:00Z'))
    .map(([text, value]) => encode([value, text, UNKNOWN])),
  fc.json().map((text) => Buffer.from(text).toString('base64url')),
);

const numbers = fc.constantFrom(
  '0',
  '-1',
  '0x10',
  '1e1',
  '+5',
  ' 10',
  '٣',
  '99999999999',
  'NaN',
  '7',
);

const things: fc.Arbitrary<unknown> = fc.oneof(
  texts,
  fc.constantFrom(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}, [[null]]),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value for a schema: mostly one that it may take, now and then anything. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: fitting(schema) }, { weight: 1, arbitrary: things });
}

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map(valueOf));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema['type']) {
    case 'object': {
      const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
      const fields = Object.entries(properties).map(([name, of]) => [name, valueOf(of)] as const);
      const known = fc.record(Object.fromEntries(fields));
      return fc.oneof(
        { weight: 6, arbitrary: known },
        { weight: 1, arbitrary: known.map((value) => ({ ...value, surprise: 1 })) },
      );
    }
    case 'array':
      return fc.array(valueOf((schema['items'] ?? {}) as Schema), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer(), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'string':
      return schema['format'] === 'uuid'
        ? fc.constant(UNKNOWN)
        : fc.oneof(fc.constantFrom('Eve', 'eve@acme.example', 'DE', 'EUR'), texts);
    default:
      return things;
  }
}

const headers = fc.record(
  {
    'if-match': fc.constantFrom('*', '"1"', '"999999999"', '"99999999999"', '1', '""', 'W/"1"'),
    'idempotency-key': fc.constantFrom('a', 'x'.repeat(201), '\u00ff', ' '),
    'x-forwarded-for': fc.constantFrom('::', '999.1.1.1', '"[::1]:1"', ','.repeat(50)),
    'user-agent': fc.constantFrom('', 'x;=1+1', '\u00ff'.repeat(300)),
    authorization: fc.constantFrom('Bearer', 'Bearer x', 'Basic eA==', 'Bearer cnp_x'),
    'accept-language': fc.constantFrom('*', 'x'.repeat(300)),
  },
  { requiredKeys: [] },
);

/** Bodies that are not what they say, or go too deep. */
const brokenBodies = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '1e999',
  '['.repeat(50_000) + ']'.repeat(50_000),
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  '{"__proto__":{"kind":"tenant"}}',
  '\ufeff{}',
);

/** Requests to an operation, at ids that are there and ids that cannot be. */
export function requestsTo(
  { method, path, query, body }: Operation,
  ids: readonly string[],
): fc.Arbitrary<HostileRequest> {
  const parts = path.match(/\{\w+\}|:\w+/g) ?? [];
  const id = fc.oneof(fc.constantFrom(...ids), texts);
  const asked = fc.record(Object.fromEntries(query.map(({ name }) => [name, queryValue(name)])), {
    requiredKeys: [],
  });
  const nested = fc.constant({ id: 'x', response: nestedObject(200) });
  const sent = body
    ? fc.oneof(
        { weight: 6, arbitrary: valueOf(body).map((value) => JSON.stringify(value)) },
        { weight: 1, arbitrary: brokenBodies },
        { weight: 1, arbitrary: nested.map((response) => JSON.stringify({ response })) },
      )
    : fc.constantFrom(undefined, '{}', '{');
  const type = fc.oneof(
    { weight: 8, arbitrary: fc.constant('application/json') },
    { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/json; charset=x', 'x') },
  );
  return fc
    .tuple(
      fc.array(id, { minLength: parts.length, maxLength: parts.length }),
      asked,
      sent,
      type,
      headers,
    )
    .map(([chosen, values, text, contentType, more]) => {
      const filled = parts.reduce(
        (way, part, index) => way.replace(part, segment(chosen[index])),
        path,
      );
      const search = Object.entries(values).map(
        ([name, value]) => `${name}=${escaped(value ?? '')}`,
      );
      const hasBody = method !== 'GET' && method !== 'HEAD' && text !== undefined;
      return {
        path: search.length > 0 ? `${filled}?${search.join('&')}` : filled,
        headers: { ...more, ...(hasBody && { 'content-type': contentType }) },
        body: hasBody ? text : undefined,
      };
    });
}

function queryValue(name: string): fc.Arbitrary<string> {
  if (name === 'limit') return numbers;
  return name === 'cursor' ? fc.oneof(cursors, texts) : texts;
}

function nestedObject(depth: number): object {
  return depth === 0 ? {} : { a: nestedObject(depth - 1) };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Half of a surrogate pair cannot be escaped; what stands for it is sent as raw bytes are. */
function escaped(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%BC';
}

function segment(text: string | undefined): string {
  return text === undefined || ['', '.', '..'].includes(text) ? '%20' : escaped(text);
}
