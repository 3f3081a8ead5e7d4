import { afterEach, describe, expect, test } from 'vitest';
import { AddressDraft } from '../../client/organisations/address-draft.svelte.ts';
import type { Billing } from '../../shared/organisations/contract.ts';
import { Desk } from '../support/desk.svelte.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const ann = await world.signIn('partner-admin@alder');
const ben = await world.signIn('distributor-admin@north');

const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk[Symbol.dispose]();
});

/** Ann has the address of a new tenant in hand. */
async function atTenant() {
  const { id } = await world.create('tenant', 'alder');
  const path = `/organisations/${id}/billing`;
  const desk = await Desk.open(ann);
  desks.push(desk);
  await desk.read('billing', id);
  return {
    desk,
    draft: new AddressDraft(desk.live, id),
    anew: () => new AddressDraft(desk.live, id),
    stored: async () => bodyOf(await ben.get<Billing>(path)).address,
    colleague: async (address: Partial<Billing['address']>) =>
      bodyOf(await ben.patch(path, { address }, { ifMatch: '*' })),
  };
}

describe('an address in hand', () => {
  test('is saved with the touched lines only, and shows at once', async () => {
    const { desk, draft, stored, colleague } = await atTenant();
    draft.type('line1', '7 Oak Lane');
    await colleague({ city: 'Bonn' });

    expect(await draft.save()).toBe(true);

    expect(desk.sent.at(-1)?.body).toEqual({ address: { line1: '7 Oak Lane' } });
    expect(await stored()).toMatchObject({ line1: '7 Oak Lane', city: 'Bonn' });
    expect(draft.isTouched).toBe(false);
    expect(draft.value('line1')).toBe('7 Oak Lane');
  });

  test('waits without a network, and is out of hand then', async () => {
    const { desk, draft, stored } = await atTenant();
    desk.network = 'cut';
    draft.type('city', 'Ulm');

    expect(await draft.save()).toBe(true);
    expect([draft.saving, draft.value('city')]).toEqual(['waiting', 'Ulm']);

    desk.network = 'up';
    desk.live.edits.resume();
    await desk.settled();
    expect(await stored()).toMatchObject({ city: 'Ulm' });
  });

  test('asks for each line that a colleague changed, and keeps the decisions apart', async () => {
    const { draft, stored, colleague } = await atTenant();
    draft.type('line1', '7 Oak Lane');
    draft.type('city', 'Ulm');
    await colleague({ line1: '8 Elm Lane', city: 'Bonn' });

    expect(await draft.save()).toBe(false);
    expect(draft.clashOf('line1')).toMatchObject({ theirs: '8 Elm Lane' });
    draft.keepMine('line1');
    draft.takeTheirs('city');
    expect(await draft.save()).toBe(true);

    expect(await stored()).toMatchObject({ line1: '7 Oak Lane', city: 'Bonn' });
  });

  test('is in hand again where it was left in a conflict, on another visit to the page', async () => {
    const { desk, draft, anew, stored, colleague } = await atTenant();
    draft.type('line1', '7 Oak Lane');
    await colleague({ line1: '8 Elm Lane' });
    await draft.save();

    const again = anew();
    expect([again.isTouched, again.value('line1')]).toEqual([true, '7 Oak Lane']);
    again.takeTheirs('line1');

    expect([again.isTouched, again.value('line1')]).toEqual([false, '8 Elm Lane']);
    expect(await stored()).toMatchObject({ line1: '8 Elm Lane' });
    expect(desk.waiting).toEqual([]);
  });

  test('says beside the line why it was refused, until the line is typed anew', async () => {
    const { draft, stored } = await atTenant();
    draft.type('city', ' ');

    expect(await draft.save()).toBe(false);
    expect([draft.errorOf('city'), draft.error]).toEqual(['Enter the city.', undefined]);
    draft.type('city', 'Ulm');
    expect(draft.errorOf('city')).toBeUndefined();

    expect(await draft.save()).toBe(true);
    expect(await stored()).toMatchObject({ city: 'Ulm' });
  });
});
