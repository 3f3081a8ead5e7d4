import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as wire from '../../shared/live/contract.ts';

/**
 * Everything that a socket carries, as JSON Schema. When this changes, clients of the version
 * before may no longer understand the server: raise the version, and say in its line what is new.
 */
const versions = [{ version: 1, hash: 'x', since: 'the first' }];

test('the protocol is the one of the last version', () => {
  const schemas = Object.entries(wire)
    .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]);

  const hash = createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16);

  expect(hash).toBe(versions.at(-1)?.hash);
});
