import { expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { ChangeRow } from '../../server/core/changes/change.entity.ts';
import { DAY } from '../../server/core/clock.ts';
import { sweepTokens } from '../../server/tokens/sweep-tokens.ts';
import { makeToken } from '../support/bearer.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld } from '../support/world.ts';

const nobody = { sessionHash: null, requestId: '', address: '', userAgent: '', idempotency: null };

test('[T13] a token that expired is shown for thirty days more, and then no longer', async () => {
  await using world = await createWorld();
  const wish = { role: 'TenantReader', at: 'acme', expiresInDays: 1 } as const;
  const { id } = await makeToken(world, world.founder, wish);
  const sweep = () => sweepTokens(world.server.running.context.openWork(nobody));
  const shown = async () => {
    const admin = await world.signIn('platform-admin@platform');
    const { items } = bodyOf(await admin.get<Page<Token>>(world.at('acme', '/tokens')));
    return items.map((token) => token.id);
  };

  world.clock.advance(30 * DAY);
  await sweep();
  const kept = await shown();
  world.clock.advance(2 * DAY);
  await sweep();
  const left = await shown();

  expect([kept, left]).toEqual([[id], []]);
  const change = await world.em.findOneOrFail(ChangeRow, { recordId: id, op: 'delete' });
  expect(change).toMatchObject({ actorName: 'Canopy', action: 'token.sweep' });
});
