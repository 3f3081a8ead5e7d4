import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChildServer } from './child-server.ts';

/** A way in which a data directory comes to hold no more, and has room again. */
export interface FullDisk {
  name: string;
  /** A folder for the data, where the default would not do. */
  prepare: () => Promise<string | undefined>;
  fill: (server: ChildServer) => Promise<void>;
  makeRoom: (server: ChildServer) => Promise<void>;
  cleanUp: (folder: string) => Promise<void>;
}

/** No file of the process takes anything beyond its beginning, which takes no privilege. */
const smallFiles: FullDisk = {
  name: 'files of a limited size',
  prepare: () => Promise.resolve(undefined),
  fill: ({ pid }) => Promise.resolve(limitFiles(pid, '32768')),
  makeRoom: ({ pid }) => Promise.resolve(limitFiles(pid, 'unlimited')),
  cleanUp: () => Promise.resolve(),
};

const BALLAST = 'ballast';

/** A small file system of its own, filled up to the last byte. */
const smallDisk: FullDisk = {
  name: 'a file system without room',
  async prepare() {
    const folder = await mkdtemp(join(tmpdir(), 'canopy-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder]);
    return join(folder, 'data');
  },
  async fill({ dataDir }) {
    await writeFile(join(dataDir, BALLAST), Buffer.alloc(16 * 1024 * 1024)).catch(() => undefined);
  },
  makeRoom: ({ dataDir }) => rm(join(dataDir, BALLAST)),
  async cleanUp(dataDir) {
    const folder = dirname(dataDir);
    execFileSync('umount', [folder]);
    await rm(folder, { recursive: true, force: true });
  },
};

/** What this machine can do: mounting takes root. */
export const fullDisks: readonly FullDisk[] = (await canMount())
  ? [smallFiles, smallDisk]
  : [smallFiles];

async function canMount(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'canopy-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (status === 0) execFileSync('umount', [folder]);
  await rm(folder, { recursive: true, force: true });
  return status === 0;
}

/** The soft limit alone, so that it can be lifted again without privilege. */
function limitFiles(pid: number, bytes: string): void {
  execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`]);
}
