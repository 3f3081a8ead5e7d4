import { expect, test } from 'vitest';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { DAY } from '../../server/core/clock.ts';
import { noticeStalled } from '../../server/onboarding/notice-stalled.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const any = { ifMatch: '*' };

const stepOf = (id: string, key: string) => `/organisations/${id}/onboarding/steps/${key}`;

/** The actions by which the audit of a place shows changes of another one's onboarding. */
async function told(by: Session, at: string, of: string): Promise<string[]> {
  const rows = await world.em.execute<{ id: string }[]>(
    `select id from onboardings where organisation_id = ?
     union select id from onboarding_steps where organisation_id = ?
     union select id from onboarding_outlines where organisation_id = ?`,
    [of, of, of],
  );
  const ids = new Set(rows.map(({ id }) => id));
  const path = `/organisations/${at}/audit?limit=100`;
  const { items } = bodyOf(await by.get<Page<AuditEntry>>(path));
  return items.flatMap(({ action, changes }) =>
    changes.filter(({ id }) => ids.has(id)).map(() => action),
  );
}

test('[O9] a tenant reads nothing of the onboarding of those above, which its coming moves', async () => {
  const partner = await world.create('partner', 'south');
  const tenant = await world.create('tenant', partner);
  const email = 'tenant@tenant.example';
  const invited = { email, displayName: 'Tia', grants: [{ role: 'TenantAdministrator' }] };
  bodyOf(await world.founder.post(`/organisations/${tenant.id}/accounts`, invited));
  const tia = await world.accept((await world.mailsTo(email))[0], 'Tia');

  expect(await told(tia, tenant.id, partner.id)).toEqual([]);
});

test('[O9] what a deed above does to an onboarding behind a barrier is not in its record', async () => {
  const second = await world.signIn('second-partner-admin@birch');
  const birch = await world.signIn('partner-admin@birch');
  const inside = await world.signIn('tenant-admin@gamma');
  const { account, grants } = await second.who();
  const step = stepOf(world.ids.gamma, 'contract-signed');
  bodyOf(await second.patch(step, { ownerId: account.id }, any));
  bodyOf(await inside.put(world.at('gamma', '/access'), { managementMode: 'self-managed' }));
  const before = await told(birch, world.ids.birch, world.ids.gamma);

  bodyOf(await birch.delete(`/grants/${grants[0]?.id}`));

  expect(await told(birch, world.ids.birch, world.ids.gamma)).toEqual(before);
});

test('[O10] an onboarding that stalls is in the audit of its own organisation', async () => {
  for (const at of ['north', 'south'] as const) await world.signIn(`distributor-reader@${at}`);
  await world.signIn('partner-admin@cedar');
  world.clock.advance(11 * DAY);
  await noticeStalled(world.server.running.context.openOwnWork());

  const pairs: [reader: 'north' | 'south', other: PlaceName][] = [
    ['north', 'cedar'],
    ['south', 'birch'],
    ['north', 'gamma'],
  ];
  for (const [at, other] of pairs) {
    const reader = await world.signIn(`distributor-reader@${at}`);
    const found = await told(reader, world.ids[at], world.ids[other]);
    expect([at, other, found.filter((action) => action === 'onboarding.stall')]).toEqual([
      ...[at, other, []],
    ]);
  }
  const cedar = await world.signIn('partner-admin@cedar');
  expect(await told(cedar, world.ids.cedar, world.ids.cedar)).toContain('onboarding.stall');
});
