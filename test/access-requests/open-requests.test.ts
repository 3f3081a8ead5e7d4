import { wrap } from '@mikro-orm/core';
import { afterAll, describe, expect, test } from 'vitest';
import { AccessRequest as Requests } from '../../server/access-requests/access-request.entity.ts';
import { newId } from '../../server/core/new-id.ts';
import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { BehindAcme } from '../access/behind-acme.ts';

const it = await BehindAcme.begin('tenant-reader@acme', 'tenant-admin@labs', 'partner-admin@grove');
const { world } = it;
const reader = world.resume('tenant-reader@acme');
const deeper = world.resume('tenant-admin@labs');

afterAll(() => it[Symbol.asyncDispose]());

async function openTo(session: Session): Promise<string[]> {
  const { items } = bodyOf(await session.get<Page<AccessRequest>>('/access-requests'));
  return items.map(({ accountName, kind }) => `${accountName}: ${kind}`);
}

describe('[A30] what those inside have to look at', () => {
  test('is listed to everybody inside, and to nobody outside or further down', async () => {
    const { id } = bodyOf(await it.ask());

    expect(await openTo(it.inside)).toEqual(['partner admin of alder: request']);
    expect(await openTo(reader)).toEqual(['partner admin of alder: request']);
    for (const other of [it.partner, world.founder, deeper]) {
      expect(await openTo(other)).toEqual([]);
    }

    bodyOf(await it.inside.post(`/access-requests/${id}/refuse`, {}));
    expect(await openTo(it.inside)).toEqual([]);
  });

  test('is a broken glass until it is ended, and a guest no longer than the answer', async () => {
    const glass = bodyOf(await it.breakGlass());
    const guest = await it.letIn();

    expect(await openTo(it.inside)).toEqual(['platform admin of platform: break-glass']);

    for (const { id } of [glass, guest]) bodyOf(await it.inside.post(`/access-requests/${id}/end`));
    expect(await openTo(it.inside)).toEqual([]);
  });

  test('stands deep inside the branch of whoever manages themselves', async () => {
    const alder = it.partner;
    bodyOf(await it.inside.put(world.at('acme', '/access'), { managementMode: 'managed' }));
    bodyOf(await alder.put(world.at('alder', '/access'), { managementMode: 'self-managed' }));
    const north = await world.signIn('distributor-admin@north');

    const asked = bodyOf(await it.ask(north));

    for (const inside of [alder, it.inside]) {
      expect(await openTo(inside)).toEqual(['distributor admin of north: request']);
    }
    expect(await openTo(north)).toEqual([]);
    bodyOf(await alder.post(`/access-requests/${asked.id}/refuse`, {}));
  });

  test('is not crowded out by what waits behind a further barrier', async () => {
    const north = world.resume('distributor-admin@north');
    const asked = { role: 'PartnerReader', reason: 'The import fails.', days: 1 };
    bodyOf(await it.inside.put(world.at('acme', '/access'), { managementMode: 'self-managed' }));
    const { id } = bodyOf(
      await north.post<AccessRequest>(world.at('alder', '/access-requests'), asked),
    );
    const { em } = world;
    const known = await em.findOneOrFail(Requests, { id });
    const others = Array.from({ length: 201 }, () => ({
      ...wrap(known).toPOJO(),
      ...{ id: newId(), accountId: newId(), organisationId: world.ids.acme },
    }));
    await em.insertMany(Requests, others);

    expect(await openTo(it.partner)).toEqual(['distributor admin of north: request']);
    expect(await openTo(it.inside)).toHaveLength(200);
  });
});
