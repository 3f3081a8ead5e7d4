import { describe, expect, test } from 'vitest';
import type { Notices } from '../../shared/notices/contract.ts';
import { DAY } from '../../server/core/clock.ts';
import { sweepNotices } from '../../server/notices/sweep-notices.ts';
import { BehindAcme } from '../access/behind-acme.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld } from '../support/world.ts';
import { twoOfAlder } from './two-of-alder.ts';

const noticesOf = async (session: Session) => bodyOf(await session.get<Notices>('/notices'));

const titlesOf = ({ items }: Notices) => items.map(({ title }) => title);

describe('a role', () => {
  test('[N1] that is given tells its holder, and not who gave it', async () => {
    await using it = await twoOfAlder();
    await it.give('TenantAdministrator', 'acme');

    const told = await noticesOf(it.ben);

    expect(told).toMatchObject({
      unread: 1,
      items: [
        {
          kind: 'role-given',
          title: 'You are Tenant administrator at Acme now.',
          message: { code: 'access.roleGiven' },
          organisation: { id: it.world.ids.acme },
          count: 1,
          readAt: null,
          href: it.world.at('acme'),
        },
      ],
    });
    expect(await noticesOf(it.ann)).toEqual({ items: [], unread: 0 });
  });

  test('[N2] that is gone says nothing, and what ended names no place out of reach', async () => {
    await using it = await twoOfAlder();
    const { id } = await it.give('TenantAdministrator', 'acme');
    bodyOf(await it.ann.delete(`/grants/${id}`));

    const told = await noticesOf(it.ben);

    expect(titlesOf(told)).toEqual(['A role of yours has ended.']);
    expect(told.unread).toBe(1);
    expect(JSON.stringify(told)).not.toContain(it.world.ids.acme);
  });

  test('[N1] somebody who is invited finds their role, and no notice of it', async () => {
    await using world = await createWorld();
    const tia = await world.signIn('tenant-admin@acme');

    expect(titlesOf(await noticesOf(tia))).toEqual([]);
  });
});

describe('a request for access', () => {
  test('[N1] tells those inside, once, and its answer tells who asked', async () => {
    await using it = await BehindAcme.begin();
    const request = bodyOf(await it.ask());
    const inside = await noticesOf(it.inside);
    bodyOf(await it.inside.post(`/access-requests/${request.id}/approve`));

    expect(titlesOf(inside)).toEqual([
      'partner admin of alder asks for access as Tenant administrator.',
    ]);
    expect(titlesOf(await noticesOf(it.inside))).toEqual([
      'partner admin of alder asked for access; that is settled.',
    ]);
    expect(titlesOf(await noticesOf(it.partner))).toEqual(['You have access to Acme.']);
  });

  test('[N1] more about one thing counts, until it is read', async () => {
    await using it = await BehindAcme.begin();
    const { id } = await it.letIn();
    bodyOf(await it.inside.post(`/access-requests/${id}/end`));

    const [ended] = (await noticesOf(it.partner)).items;

    expect(ended).toMatchObject({ title: 'Your access to Acme has ended.', count: 2 });
  });

  test('[N1] what somebody ends themselves tells them nothing', async () => {
    await using it = await BehindAcme.begin();
    const { id } = await it.letIn();
    bodyOf(await it.partner.post(`/access-requests/${id}/end`));

    expect((await noticesOf(it.partner)).items.map(({ count }) => count)).toEqual([1]);
  });

  test('[N1] an emergency tells those inside', async () => {
    await using it = await BehindAcme.begin();
    bodyOf(await it.breakGlass());

    expect(titlesOf(await noticesOf(it.inside))).toEqual([
      'platform admin of platform has emergency access.',
    ]);
    expect(await noticesOf(it.world.founder)).toMatchObject({ unread: 0 });
  });
});

describe('reading', () => {
  test('[N3] lists without reading, reads up to what was shown, and one by itself', async () => {
    await using it = await twoOfAlder();
    await it.give('TenantAdministrator', 'acme');
    const [shown] = (await noticesOf(it.ben)).items;
    await it.give('TenantReader', 'beta');

    const { status } = await it.ben.post('/notices/read', { upTo: shown?.seq });

    const after = await noticesOf(it.ben);
    expect([status, after.unread, after.items.map(({ readAt }) => readAt === null)]).toEqual([
      204,
      1,
      [true, false],
    ]);
    const [latest] = after.items;
    expect((await it.ann.post(`/notices/${latest?.id ?? ''}/read`)).status).toBe(404);
    expect((await it.ben.post(`/notices/${latest?.id ?? ''}/read`)).status).toBe(204);
    expect((await noticesOf(it.ben)).unread).toBe(0);
  });

  test('[N3] is refused where it makes no sense, and loses nothing', async () => {
    await using it = await twoOfAlder();
    await it.give('TenantAdministrator', 'acme');

    for (const body of [{}, { upTo: -1 }, { upTo: 1.5 }, { upTo: '1' }, { upTo: 1, all: true }]) {
      expect([body, (await it.ben.post('/notices/read', body)).status]).toEqual([body, 422]);
    }
    expect((await it.ben.post('/notices/nothing/read')).status).toBe(404);
    expect((await noticesOf(it.ben)).unread).toBe(1);
  });

  test('what was told long ago is forgotten, and an account that goes leaves nothing', async () => {
    await using it = await twoOfAlder();
    await it.give('TenantAdministrator', 'acme');
    it.world.clock.advance(91 * DAY);

    await sweepNotices(it.world.server.running.context.openOwnWork());

    expect((await noticesOf(await it.world.signIn('nobody@alder'))).items).toEqual([]);
  });
});
