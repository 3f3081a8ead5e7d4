import type { Configuration, QueryResult, Transaction } from '@mikro-orm/core';
import {
  type AbstractSqlConnection,
  AbstractSqlDriver,
  BaseSqliteConnection,
  SqlitePlatform,
} from '@mikro-orm/sql';
import { CompiledQuery, type Kysely } from 'kysely';

/** A statement with more values is hardly sent twice, and SQLite takes some 32,000 at most. */
const MOST_BOUND = 1_000;

type Execute = AbstractSqlConnection['execute'];
type Bound = string | number | bigint | null | Uint8Array;

/**
 * MikroORM writes values into the text of its statements, so that hardly one is prepared twice.
 * Here they are bound wherever that means the same, and the prepared statement is found again.
 */
class BindingConnection extends BaseSqliteConnection {
  override async execute<T extends QueryResult | object | object[] = object[]>(
    ...[query, params, method = 'all', context, logger]: Parameters<Execute>
  ): Promise<T> {
    const { sql, params: given = [] } = statementOf(query, params);
    const values = Array.isArray(given) ? bind(sql, given) : null;
    if (!values) return super.execute(query, params, method, context, logger);
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

/** The values as SQLite takes them; `null` where the text has to be put together after all. */
function bind(sql: string, params: readonly unknown[]): Bound[] | null {
  if (params.length > MOST_BOUND || /\?\?|\\\?/.test(sql)) return null;
  const values: Bound[] = [];
  for (const value of params) {
    if (value === null || typeof value === 'string' || typeof value === 'number') {
      values.push(value);
    } else if (typeof value === 'boolean') values.push(value ? 1 : 0);
    else if (value instanceof Date) values.push(value.getTime());
    else if (typeof value === 'bigint' || value instanceof Uint8Array) values.push(value);
    else return null;
  }
  return values;
}
