import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ROOM = 4 * 1024 ** 3;

/**
 * A folder for what a run writes and nobody keeps: in memory, where the machine gives that room,
 * since a world is some hundred small files, and most of what it costs is to put them on a disk.
 */
export function makeScratchFolder(): string {
  const folder = mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), 'canopy-test-'));
  chmodSync(folder, 0o711); // PostgreSQL, which runs as somebody else, has its own in there
  return folder;
}

function hasMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM && mayHoldPrograms();
  } catch {
    return false;
  }
}

/** PostgreSQL's are copied there, where root's folders are closed to whoever runs them. */
function mayHoldPrograms(): boolean {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const [, , , options = ''] =
    mounts.findLast((line) => line.includes(` ${MEMORY} `))?.split(' ') ?? [];
  return !options.split(',').includes('noexec');
}
