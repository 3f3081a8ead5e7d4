import fs from 'node:fs';
import type { Constructor } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';

const folder = new URL('.', import.meta.url);

/**
 * Every change of schema, oldest first. A migration is a folder with one file for each
 * database; what has landed is never edited.
 */
export const migrations: { name: string; class: Constructor<Migration> }[] = fs
  .readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .map((name) => ({ name, class: sqlMigration(name) }));

function sqlMigration(name: string): Constructor<Migration> {
  return class extends Migration {
    override up(): void {
      const isSqlite = this.driver.getPlatform().constructor.name === 'SqlitePlatform';
      const file = new URL(`${name}/${isSqlite ? 'sqlite' : 'postgresql'}.sql`, folder);
      for (const statement of fs.readFileSync(file, 'utf8').split(/;\s*$/m)) {
        if (statement.trim()) this.addSql(statement.trim());
      }
    }
  };
}
