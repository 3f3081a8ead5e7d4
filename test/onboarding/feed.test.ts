import { describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { Activity } from '../../shared/live/contract.ts';
import type { Onboarding } from '../../shared/onboarding/contract.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;

const pathOf = ({ id }: { id: string }, rest = '') => `/organisations/${id}/onboarding${rest}`;

async function act(at: { id: string }, key: string, deed: string, body?: object, by = founder) {
  bodyOf(await by.post(pathOf(at, `/steps/${key}/${deed}`), body));
}

/** What the feed tells of onboardings, the latest last. */
async function toldAt({ id }: { id: string }, by: Session = founder) {
  const { items } = bodyOf(await by.get<Page<Activity>>(`/organisations/${id}/activity?limit=200`));
  return items
    .filter(({ resource }) => resource.startsWith('onboarding'))
    .map(({ action, resource }) => `${action}: ${resource}`)
    .reverse();
}

describe('the feed', () => {
  test('tells each deed once, of the step that somebody acted on', async () => {
    const tenant = await world.create('tenant', 'birch');

    await act(tenant, 'administrator-invited', 'waive', { reason: 'One.' });
    await act(tenant, 'invitation-accepted', 'waive', { reason: 'Another.' });
    await act(tenant, 'invitation-accepted', 'reopen');
    await act(tenant, 'contract-signed', 'complete');
    await act(tenant, 'contract-signed', 'reopen');
    const edited = pathOf(tenant, '/steps/contract-signed');
    bodyOf(await founder.patch(edited, { waitsOn: 'outside' }, { ifMatch: '*' }));

    expect(await toldAt(tenant)).toEqual([
      'onboarding.waive: onboardingStep',
      'onboarding.waive: onboardingStep',
      'onboarding.reopen: onboardingStep',
      'onboarding.complete: onboardingStep',
      'onboarding.reopen: onboardingStep',
      'onboarding.edit: onboardingStep',
    ]);
  });

  test('tells once that an onboarding was started by hand', async () => {
    const tenant = await world.create('tenant', 'birch');
    for (const table of ['onboardings', 'onboarding_steps', 'onboarding_outlines']) {
      await world.em.execute(`delete from ${table} where organisation_id = ?`, [tenant.id]);
    }

    bodyOf(await founder.post(pathOf(tenant)));

    expect(await toldAt(tenant)).toEqual(['onboarding.start: onboarding']);
  });
});

test('[O9] above a closed barrier neither the feed nor the socket tells whose deed it was', async () => {
  const delta = { id: world.ids.delta };
  const inside = await world.signIn('tenant-admin@delta');
  const cedar = await world.signIn('partner-admin@cedar');
  bodyOf(await inside.put(world.at('delta', '/access'), { managementMode: 'self-managed' }));
  const before = await toldAt(delta, cedar);
  await using live = await cedar.socket();
  await live.subscribe({
    ...{ scope: 'record', organisationId: delta.id, topics: ['onboarding'] },
  });

  const whole = bodyOf(await inside.get<Onboarding>(pathOf(delta)));
  for (const { key, state } of whole.steps) {
    if (state !== 'done') await act(delta, key, 'waive', { reason: 'A small one.' }, inside);
  }
  await live.until(({ changes }) => changes.some(({ fields }) => fields['state'] === 'done'));

  expect(await toldAt(delta, cedar)).toEqual(before);
  expect(await toldAt(delta, inside)).toContain('onboarding.waive: onboardingStep');
  expect(live.changes.map(({ resource, actor }) => [resource, actor])).toEqual([
    ['onboardingState', { id: 'system', displayName: 'Canopy' }],
  ]);
});
