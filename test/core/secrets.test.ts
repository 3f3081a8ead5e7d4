import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSecrets } from '../../server/core/secrets.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'canopy-secrets-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const secretKey = 'thirty-two characters at the least';
const secrets = openSecrets({ secretKey, dataDir });

describe('a sealed secret', () => {
  test('opens for the purpose and the owner that it was sealed for', () => {
    const sealed = secrets.seal('a secret', 'totp', 'ann');

    expect(sealed).not.toContain('a secret');
    expect(secrets.open(sealed, 'totp', 'ann')).toBe('a secret');
    expect(() => secrets.open(sealed, 'totp', 'bob')).toThrow();
    expect(() => secrets.open(sealed, 'other', 'ann')).toThrow();
  });

  test('opens with the same key only, and only unchanged', () => {
    const sealed = secrets.seal('a secret', 'totp', 'ann');
    const other = openSecrets({ secretKey: `${secretKey}!`, dataDir });
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;

    expect(openSecrets({ secretKey, dataDir }).open(sealed, 'totp', 'ann')).toBe('a secret');
    expect(() => other.open(sealed, 'totp', 'ann')).toThrow();
    expect(() => secrets.open(`v1.${bytes.toString('base64url')}`, 'totp', 'ann')).toThrow();
  });

  test('looks different each time', () => {
    const [first, second] = [1, 2].map(() => secrets.seal('a secret', 'totp', 'ann'));

    expect(first).not.toBe(second);
  });
});

describe('without a configured key', () => {
  test('the data directory keeps one, for its owner alone', async () => {
    const sealed = openSecrets({ secretKey: null, dataDir }).seal('a secret', 'totp', 'ann');

    const again = openSecrets({ secretKey: null, dataDir });
    const file = join(dataDir, 'secret.key');

    expect(again.open(sealed, 'totp', 'ann')).toBe('a secret');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file)).toHaveLength(32);
  });
});

test('a signature holds for what was signed, and for its purpose', () => {
  const signature = secrets.sign('a text', 'device');

  const found = [
    secrets.isSigned('a text', 'device', signature),
    secrets.isSigned('another', 'device', signature),
    secrets.isSigned('a text', 'other', signature),
    secrets.isSigned('a text', 'device', ''),
  ];

  expect(found).toEqual([true, false, false, false]);
});
