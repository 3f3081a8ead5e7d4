import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Finished {
  exitCode: number | null;
  output: string;
}

const running = new Set<ChildProcess>();
let isStopping = false;

/**
 * Runs a program to its end and gives back all that it printed.
 *
 * It leads a process group of its own, so that what it leaves behind (a server, a
 * database) goes with it, when it ends and when the suite is interrupted.
 */
export async function run(
  [program = '', ...args]: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; minutes: number },
): Promise<Finished> {
  if (isStopping) return { exitCode: null, output: 'Interrupted.' };

  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);

  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));

  const limit = setTimeout(() => {
    printed.push(Buffer.from(`\nStopped after ${options.minutes} minutes.\n`));
    signalGroup(child, 'SIGKILL');
  }, options.minutes * 60_000);

  try {
    const closed = once(child, 'close');
    const [exitCode] = (await once(child, 'exit')) as [number | null];
    signalGroup(child, 'SIGKILL');
    await Promise.race([closed, sleep(2_000, undefined, { ref: false })]);
    return { exitCode, output: Buffer.concat(printed).toString() };
  } catch (error) {
    return { exitCode: null, output: String(error) };
  } finally {
    clearTimeout(limit);
    running.delete(child);
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

/** Asks every running program to stop, and after a while makes it. */
export async function stopAll(): Promise<void> {
  isStopping = true;
  for (const child of running) signalGroup(child, 'SIGINT');
  await Promise.race([allStopped(), sleep(5_000)]);
  for (const child of running) signalGroup(child, 'SIGKILL');
}

async function allStopped(): Promise<void> {
  while (running.size > 0) await sleep(50);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is empty already.
  }
}
