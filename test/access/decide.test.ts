import { expect, test } from 'vitest';
import { decide } from '../../shared/access/decide.ts';

test('somebody without a role may not even look', () => {
  const place = [
    {
      id: 'platform',
      kind: 'platform',
      displayName: 'Platform',
      status: 'active',
      managementMode: 'managed',
      lockedAt: null,
      subPartners: false,
      selfProvisioning: {},
    },
  ] as const;

  expect(decide({ accountId: 'a', grants: [] }, 'directory.view', place).allowed).toBe(false);
});
