import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { EntitySchema } from '@mikro-orm/core';
import { features, ofTheCore } from '../../server/features.ts';

/** The place of each table's owner in the order of the house: the core first, then the features. */
const ownerOf = new Map<string, number>();
for (const [at, { entities }] of [{ entities: ofTheCore }, ...features].entries()) {
  for (const entity of entities) ownerOf.set(tableOf(entity), at);
}
const order = ['core', ...features.map(({ name }) => name)];

/** Where a statement names a table, or a table and its column. */
const naming = /\b(?:from|join|into|update)\s+(\w+)|'(\w+)\.\w+'/g;

/** The tables that a file names in SQL though they belong to a feature above its own. */
export function tablesAbove(file: string, text: string): string[] {
  const at = order.findIndex((name) => file.startsWith(`server/${name}/`));
  if (at < 0) return [];
  const named = new Set(
    [...text.matchAll(naming)].map(([, table, ofColumn]) => table ?? ofColumn ?? ''),
  );
  return [...named].filter((table) => (ownerOf.get(table) ?? 0) > at);
}

/** The same of every source of the server, each with its file. */
export async function scanTables(repository: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob('server/**/*.ts', { cwd: repository })) {
    const text = readFileSync(`${repository}/${file}`, 'utf8');
    found.push(...tablesAbove(file, text).map((table) => `${file}: ${table}`));
  }
  return found;
}

/** The table of an entity, as its schema says. */
function tableOf(entity: new () => object): string {
  const table = EntitySchema.REGISTRY.get(entity)?.meta.tableName;
  if (table === undefined) throw new Error(`${entity.name} names no table.`);
  return table;
}
