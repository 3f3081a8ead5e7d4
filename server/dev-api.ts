import { readProcessConfig, runServer, untilStopped } from './run-server.ts';

/** The API without the client's build: what Vite's dev server stands in front of. */
const { config, log } = readProcessConfig();
await using server = await runServer(config, log, null);
await untilStopped();
log.info({ url: server.url }, 'stopping');
