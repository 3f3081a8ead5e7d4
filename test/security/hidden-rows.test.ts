import { beforeAll, describe, expect, test } from 'vitest';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import type { Grant } from '../../shared/access/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { newId } from '../../server/core/new-id.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
let inside: Session;
let above: Session;
let reader: Session;

beforeAll(async () => {
  inside = await world.signIn('tenant-admin@acme');
  above = await world.signIn('partner-admin@alder');
  reader = await world.signIn('tenant-reader@acme');
  bodyOf(await inside.put(world.at('acme', '/access'), { managementMode: 'self-managed' }));
  for (let at = 0; at < 12; at += 1) {
    await inside.patch(
      world.at('acme', '/settings'),
      { mfa: at % 2 ? 'nobody' : 'administrators' },
      {
        ifMatch: '*',
      },
    );
  }
});

describe('[U7] a list of which much is hidden behind a barrier', () => {
  test.each([
    '/audit?limit=1&resource=settings',
    '/audit?limit=1&q=administrators',
    '/audit?limit=1&action=settings.edit',
  ])('says the same as one of which nothing is: %s', async (rest) => {
    const path = world.at('acme', rest);
    const none = path.replace(/(?<=(resource|q|action)=).*/, newId());

    const hidden = bodyOf(await above.get<Page<object>>(path));

    expect(JSON.stringify(hidden)).toBe((await above.get(none)).text);
    expect(hidden.nextCursor).toBe(null);
  });
});

describe('what somebody does with their own session', () => {
  test('[U12] is recorded at their home, for those inside and not for those above', async () => {
    const person = reader;
    const { account } = await person.who();
    bodyOf(await person.post('/auth/reauthenticate', { password: PASSWORD }));
    await person.delete('/auth/sessions');
    await person.post('/auth/sign-out');

    const records = await world.em.find(AuditRecord, { actorId: account.id });
    const own = records.filter(({ action }) => /^session\./.test(action));

    expect(own.map(({ action }) => action)).toContain('session.signOut');
    expect(own.map(({ organisationId }) => organisationId)).toEqual(own.map(() => world.ids.acme));
  });

  test('nothing that somebody did is without a place', async () => {
    const placeless = await world.em.find(AuditRecord, { path: '' });

    expect(placeless.filter(({ actorId }) => actorId !== '').map(({ action }) => action)).toEqual(
      [],
    );
  });
});

describe('a kept answer', () => {
  test('[A26] is not given again to whoever lost the role that it was given under', async () => {
    const admin = await world.signIn('partner-admin@birch');
    const { account } = await admin.who();
    const key = { idempotencyKey: newId() };
    const folder = { kind: 'folder', parentId: world.ids.birch, displayName: 'Once seen' };
    bodyOf(await admin.post('/organisations', folder, key));
    const path = `/accounts/${account.id}/grants`;
    const { items } = bodyOf(await world.founder.get<Page<Grant>>(path));
    for (const { id } of items) await world.founder.delete(`/grants/${id}`);

    const again = await admin.post('/organisations', folder, key);

    expect(again.status).toBe(404);
    expect(again.text).not.toContain('Once seen');
  });
});
