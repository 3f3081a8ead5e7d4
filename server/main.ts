import { clientFolder, ensureClientBuild } from './client-build.ts';
import { readProcessConfig, runServer, untilStopped } from './run-server.ts';

const { config, log } = readProcessConfig();
await ensureClientBuild();
await using server = await runServer(config, log, clientFolder);
await untilStopped();
log.info({ url: server.url }, 'stopping');
