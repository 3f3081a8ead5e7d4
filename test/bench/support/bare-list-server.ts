import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { idsAlong, idsOf } from '../../../shared/organisations/path.ts';
import { SQLITE_FILE } from '../../../server/core/db/open-database.ts';

/**
 * A page of children as one would write it without the product: the page, the names of the ways
 * down and the numbers of children, in prepared statements over the same file.
 */
const LIMIT = 50;

process.once('message', (dataDir: string) => {
  serve(new DatabaseSync(join(dataDir, SQLITE_FILE), { readOnly: true }));
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());

function serve(database: DatabaseSync): void {
  const first = database.prepare(
    'select * from organisations where parent_id = ? order by sort_name, id limit ?',
  );
  const after = database.prepare(
    `select * from organisations
     where parent_id = ? and (sort_name > ? or (sort_name = ? and id > ?))
     order by sort_name, id limit ?`,
  );
  const read = (parentId: string, cursor: string | undefined) => {
    if (!cursor) return first.all(parentId, LIMIT + 1);
    const [sortName = '', id = ''] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    ) as string[];
    return after.all(parentId, sortName, sortName, id, LIMIT + 1);
  };
  const named = (ids: string[]) => {
    const marks = ids.map(() => '?').join(', ');
    const sql = `select id, kind, display_name from organisations where id in (${marks})`;
    return new Map(
      database
        .prepare(sql)
        .all(...ids)
        .map((row) => [row['id'], row]),
    );
  };
  const counted = (ids: string[]) => {
    const marks = ids.map(() => '?').join(', ');
    const sql = `select parent_id, count(*) as children from organisations where parent_id in (${marks}) group by parent_id`;
    return new Map(
      database
        .prepare(sql)
        .all(...ids)
        .map((row) => [row['parent_id'], row['children']]),
    );
  };

  const app = new Hono().get('/api/organisations/:id/children', (c) => {
    const rows = read(c.req.param('id'), c.req.query('cursor'));
    const items = rows.slice(0, LIMIT);
    const names = named(idsAlong(items.map((row) => String(row['path']))));
    const counts = counted(items.map((row) => String(row['id'])));
    const last = items.at(-1);
    const key = JSON.stringify([last?.['sort_name'], last?.['id']]);
    return c.json({
      items: items.map((row) => ({
        ...row,
        path: idsOf(String(row['path'])).map((id) => names.get(id)),
        childCount: counts.get(String(row['id'])) ?? 0,
      })),
      nextCursor: rows.length > LIMIT ? Buffer.from(key).toString('base64url') : null,
    });
  });
  const http = createAdaptorServer({ fetch: app.fetch }) as HttpServer;
  http.listen(0, '127.0.0.1', () => {
    process.send?.(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  });
}
