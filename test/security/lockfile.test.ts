import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Lock {
  packages: Record<string, { version?: string; link?: boolean }>;
}

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const lock = read<Lock>('package-lock.json');
const manifest = read<Manifest>('package.json');

/** Below these, a published advisory applies. */
const lowestSafe = {
  hono: '4.13.11',
  '@hono/node-server': '2.1.7',
  'engine.io': '6.6.10',
  'socket.io-parser': '4.2.7',
  '@mikro-orm/core': '7.1.7',
  svelte: '5.53.5',
  vite: '8.0.5',
};

describe('the lock file', () => {
  test.each(Object.entries(lowestSafe))('holds %s at %s or later', (name, lowest) => {
    const versions = installed((it) => it === name);

    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => isOlder(version, lowest))).toEqual([]);
  });

  test('holds every @mikro-orm package at one version', () => {
    const versions = installed((name) => name.startsWith('@mikro-orm/'));

    expect(new Set(versions).size).toBe(1);
  });

  test('holds one svelte and one zod', () => {
    expect(installed((name) => name === 'svelte')).toHaveLength(1);
    expect(installed((name) => name === 'zod')).toHaveLength(1);
  });
});

test('package.json names exact versions only', () => {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}@${version}`);

  expect(ranges).toEqual([]);
});

test.each([
  ['8.0.4', '8.0.5', true],
  ['8.0.5-beta.1', '8.0.5', true],
  ['8.0.5', '8.0.5', false],
  ['8.0.10', '8.0.5', false],
  ['10.0.0', '8.0.5', false],
])('%s is older than %s: %s', (version, lowest, older) => {
  expect(isOlder(version, lowest)).toBe(older);
});

/** The versions of the packages so named, nested copies included. */
function installed(isWanted: (name: string) => boolean): string[] {
  return Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const name = path.split('node_modules/').at(-1);
    return name && version && isWanted(name) ? [version] : [];
  });
}

/** A pre-release of a version is older than it. */
function isOlder(version: string, lowest: string): boolean {
  const [release = '', preRelease] = version.split('-');
  const order = release.localeCompare(lowest, 'en', { numeric: true });
  return order === 0 ? preRelease !== undefined : order < 0;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8')) as T;
}
