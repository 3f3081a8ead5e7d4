import { spawn } from 'node:child_process';
import { createServer } from 'vite';

/** The API, restarted on every change of its sources, and Vite's dev server in front of it. */
const api = spawn(process.execPath, ['--watch', 'server/dev-api.ts'], { stdio: 'inherit' });
const vite = await createServer({ configFile: 'vite.config.ts' });
await vite.listen();
vite.printUrls();

process.once('SIGINT', () => {
  api.kill('SIGTERM');
  void vite.close();
});
api.once('exit', () => void vite.close());
