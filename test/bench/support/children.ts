import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
const LONGEST_START_MS = 30_000;
const LONGEST_STOP_MS = 12_000;

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** With CANOPY_BENCH_PROFILE=<folder>, every process of a benchmark leaves a CPU profile there. */
function profiling(): string[] {
  const folder = process.env['CANOPY_BENCH_PROFILE'];
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

/** A node of the product in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  url: string;
  pid: number;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
}

/** Starts the product over a data directory, on a free port; without `withClient`, its API alone. */
export async function startProduct(
  dataDir: string,
  { withClient = false, port = 0 } = {},
): Promise<ServerProcess> {
  const entry = withClient ? 'server/main.ts' : 'server/dev-api.ts';
  const child = track(
    spawn(process.execPath, [...profiling(), entry], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PORT: `${port}`, CANOPY_DATA_DIR: dataDir, CANOPY_LOG_LEVEL: 'error' },
    }),
  );
  const url = await printed(child, /Canopy is at (\S+)/);
  return {
    url,
    pid: child.pid ?? 0,
    kill: () => stop(child, 'SIGKILL'),
    [Symbol.asyncDispose]: () => stop(child),
  };
}

/** Starts a helper of a benchmark in a process of its own, to be talked to by messages. */
export function startHelper(address: string, args: string[] = []): ChildProcess {
  // Memory is measured after a collection that the helper itself asks for.
  const execArgv = ['--expose-gc', ...profiling()];
  return track(fork(new URL(address), args, { execArgv, serialization: 'advanced' }));
}

/** Ends a process, by force if it does not listen. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const deadline = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
  await ended;
  clearTimeout(deadline);
}

function track(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** The first thing in the child's output that matches. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = () => {
      reject(new Error(`The server did not start. It printed:\n${output}`));
    };
    const deadline = setTimeout(fail, LONGEST_START_MS);
    child.once('exit', fail);
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = pattern.exec(output)?.[1];
      if (!found) return;
      clearTimeout(deadline);
      child.off('exit', fail);
      resolve(found);
    });
  });
}
