import {
  type Configuration,
  type QueryResult,
  RawQueryFragment,
  type Transaction,
} from '@mikro-orm/core';
import {
  type AbstractSqlConnection,
  AbstractSqlDriver,
  BaseSqliteConnection,
  SqlitePlatform,
} from '@mikro-orm/sql';
import { CompiledQuery, type Kysely } from 'kysely';
import { soundBegin } from './sound-transactions.ts';

/** A statement with more values is hardly sent twice, and SQLite takes some 32,000 at most. */
const MOST_BOUND = 1_000;

type Execute = AbstractSqlConnection['execute'];
type Bound = string | number | bigint | null | Uint8Array;

/**
 * MikroORM writes values into the text of its statements, so that hardly one is prepared twice.
 * Here they are bound wherever that means the same, and the prepared statement is found again.
 */
class BindingConnection extends BaseSqliteConnection {
  override begin(
    options: Parameters<BaseSqliteConnection['begin']>[0] = {},
  ): ReturnType<BaseSqliteConnection['begin']> {
    if (options.ctx) return super.begin(options);
    return soundBegin(() => super.begin(options));
  }

  override async execute<T extends QueryResult | object | object[] = object[]>(
    ...[query, params, method = 'all', context, logger]: Parameters<Execute>
  ): Promise<T> {
    const { sql: text, params: given = [] } = statementOf(query, params);
    const bound = Array.isArray(given) ? bind(text, given) : null;
    if (!bound) return super.execute(query, params, method, context, logger);
    const { sql, values } = bound;
    await this.ensureConnection();
    return this.executeQuery(
      sql,
      async () => {
        const compiled = CompiledQuery.raw(sql, values);
        const client = (context as Transaction<Kysely<unknown>> | undefined) ?? this.getClient();
        const result = await client.executeQuery(compiled);
        return this.transformRawResult<T>(result, method);
      },
      { query: sql, params: values, ...logger },
    );
  }
}

/** SQLite over a Kysely dialect of one's own, with bound values. */
export class BindingSqliteDriver extends AbstractSqlDriver<BindingConnection, SqlitePlatform> {
  constructor(config: Configuration) {
    super(config, new SqlitePlatform(), BindingConnection, ['kysely']);
  }
}

function statementOf(query: Parameters<Execute>[0], params: Parameters<Execute>[1]) {
  if (typeof query === 'string') return { sql: query, params };
  return 'toRaw' in query ? query.toRaw() : query;
}

/** The statement with its values as SQLite takes them; `null` where it has to be put together. */
function bind(text: string, params: readonly unknown[]): { sql: string; values: Bound[] } | null {
  if (params.length > MOST_BOUND || /\?\?|\\\?/.test(text)) return null;
  const parts = text.split('?');
  const hasFragments = params.some((value) => value instanceof RawQueryFragment);
  if (hasFragments && parts.length !== params.length + 1) return null;
  const values: Bound[] = [];
  for (const [index, value] of params.entries()) {
    if (value === null || typeof value === 'string' || typeof value === 'number') {
      values.push(value);
    } else if (typeof value === 'boolean') values.push(value ? 1 : 0);
    else if (value instanceof Date) values.push(value.getTime());
    else if (typeof value === 'bigint' || value instanceof Uint8Array) values.push(value);
    else if (value instanceof RawQueryFragment && value.params.length === 0) {
      parts[index] += value.sql; // what counts a version up, in every edit
    } else return null;
  }
  return { sql: hasFragments ? joined(parts, params) : text, values };
}

/** The text anew: a fragment stands in it, every other value has its mark. */
function joined(parts: readonly string[], params: readonly unknown[]): string {
  return parts
    .map((part, index) => {
      const isMarked = index < params.length && !(params[index] instanceof RawQueryFragment);
      return isMarked ? `${part}?` : part;
    })
    .join('');
}
