import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { clientFolder, ensureClientBuild } from '../client-build.ts';
import { readProcessConfig, runServer, untilStopped } from '../run-server.ts';
import { startColleagues } from './busy.ts';
import { seedDemo } from './seed.ts';
import { signInTable } from './sign-in-table.ts';

/**
 * The server over a database that lives as long as the process: filled with a believable tree,
 * with everybody's sign-in printed. What would reach beyond it is off, whatever is configured:
 * another database, and mail to people who do not exist.
 */
const { values } = parseArgs({ options: { busy: { type: 'boolean', default: false } } });
process.env['CANOPY_LOG_LEVEL'] ||= 'warn';
const { config: given, log } = readProcessConfig();
const stopped = untilStopped();

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'canopy-demo-'));
process.once('exit', () => {
  fs.rmSync(dataDir, { recursive: true, force: true });
});
const config = { ...given, dataDir, filesDir: null, databaseUrl: null, smtpUrl: null };
await seedDemo(config, log);
await ensureClientBuild();

await using server = await runServer(config, log, clientFolder);
process.stdout.write(signInTable());
await using colleagues = values.busy ? await startColleagues(server.url) : null;
await stopped;
process.stdout.write(colleagues ? 'Your colleagues stop.\n' : '');
