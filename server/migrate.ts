import { migrate, openDatabase } from './core/db/open-database.ts';
import { entities } from './features.ts';
import { readProcessConfig } from './run-server.ts';

const { config } = readProcessConfig();
const database = await openDatabase(config, { entities, subscribers: [] });
const done = await migrate(database);
process.stdout.write(done.length > 0 ? `Applied ${done.join(', ')}.\n` : 'Nothing to do.\n');
await database.close(true);
