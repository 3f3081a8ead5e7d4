import { describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { IdempotencyKey } from '../../server/core/db/idempotency-key.entity.ts';
import { newId } from '../../server/core/new-id.ts';
import { PASSWORD } from '../support/people.ts';
import { newOrganisation } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const admin = await world.signIn('partner-admin@alder');

const tenant = (displayName: string, externalId: string | null = null) => ({
  ...newOrganisation('tenant', displayName),
  parentId: world.ids.alder,
  externalId,
});

async function countOf(name: string): Promise<number> {
  const found = await admin.get<Page<Organisation>>(`/organisations?q=${name}`);
  return bodyOf(found).items.length;
}

describe('creating with an idempotency key', () => {
  test('answers the same again, and creates once', async () => {
    const key = { idempotencyKey: newId() };

    const first = await admin.post<Organisation>('/organisations', tenant('Once'), key);
    const second = await admin.post<Organisation>('/organisations', tenant('Once'), key);

    expect(first.status).toBe(201);
    expect([second.status, second.text]).toEqual([201, first.text]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(second.headers.get('etag')).toBe('"1"');
    expect(await countOf('once')).toBe(1);
  });

  test('answers the first again, whatever became of the record', async () => {
    const key = { idempotencyKey: newId() };
    const first = await admin.post<Organisation>('/organisations', tenant('Since'), key);
    const path = `/organisations/${first.body.id}`;
    bodyOf(await admin.patch(path, { displayName: 'Renamed since' }, { ifMatch: 1 }));

    const second = await admin.post('/organisations', tenant('Since'), key);

    expect(second.text).toBe(first.text);
  });

  test('has one effect when sent many times at once', async () => {
    const key = { idempotencyKey: newId() };
    const input = tenant('Together', newId());

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => admin.post('/organisations', input, key)),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await countOf('together')).toBe(1);
  });

  test('refuses another body under the same key', async () => {
    const key = { idempotencyKey: newId() };
    await admin.post('/organisations', tenant('Before'), key);

    const answer = await admin.post('/organisations', tenant('After'), key);

    expect(answer).toMatchObject({ status: 422, body: { code: 'request.idempotency-reused' } });
    expect(await countOf('after')).toBe(0);
  });

  test('keeps the keys of two people apart', async () => {
    const key = { idempotencyKey: newId() };
    const other = await world.signIn('distributor-admin@north');

    const first = await admin.post<Organisation>('/organisations', tenant('Twice'), key);
    const second = await other.post<Organisation>('/organisations', tenant('Twice'), key);

    expect(second.body.id).not.toBe(first.body.id);
  });

  test('lets what was refused be tried again', async () => {
    const key = { idempotencyKey: newId() };
    const denied = { ...tenant('Later'), parentId: world.ids.birch };
    await admin.post('/organisations', denied, key);

    const answer = await admin.post('/organisations', tenant('Later'), key);

    expect(answer.status).toBe(201);
  });

  test('gives a role once', async () => {
    const { id } = await world.invite('nobody@acme');
    const grant = { role: 'TenantReader', organisationId: world.ids.acme };
    const key = { idempotencyKey: newId() };

    const first = await admin.post(`/accounts/${id}/grants`, grant, key);
    const second = await admin.post(`/accounts/${id}/grants`, grant, key);

    expect([second.status, second.text]).toEqual([201, first.text]);
  });
});

describe('saving with an idempotency key', () => {
  test('answers the same again, and saves once', async () => {
    const made = bodyOf(await admin.post<Organisation>('/organisations', tenant('Saved')));
    const path = `/organisations/${made.id}`;
    const options = { idempotencyKey: newId(), ifMatch: 1 };

    const first = await admin.patch(path, { description: 'Once' }, options);
    const second = await admin.patch(path, { description: 'Once' }, options);

    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(second.headers.get('etag')).toBe('"2"');
    expect(bodyOf(await admin.get<Organisation>(path)).version).toBe(2);
  });

  test('refuses another value under the same key', async () => {
    const made = bodyOf(await admin.post<Organisation>('/organisations', tenant('Other')));
    const path = `/organisations/${made.id}`;
    const options = { idempotencyKey: newId(), ifMatch: '*' };
    bodyOf(await admin.patch(path, { description: 'One' }, options));

    const answer = await admin.patch(path, { description: 'Two' }, options);

    expect(answer).toMatchObject({ status: 422, body: { code: 'request.idempotency-reused' } });
  });
});

describe('an answer that holds a secret', () => {
  test('is not kept for its key', async () => {
    const session = await world.signIn('tenant-reader@acme');
    const change = { current: PASSWORD, next: 'another walk through the forest' };
    const signIn = { email: 'tenant-reader@acme.example', password: change.next };

    bodyOf(await session.post('/auth/password', change, { idempotencyKey: 'secret-1' }));
    bodyOf(await session.post('/auth/sign-in', signIn, { idempotencyKey: 'secret-2' }));

    const kept = await world.em.find(IdempotencyKey, { key: { $like: 'secret-%' } });
    expect(kept).toEqual([]);
  });

  test('is given to somebody not signed in, key or not', async () => {
    const credentials = { email: 'platform-admin@platform.example', password: PASSWORD };

    const answer = await world.stranger().post('/auth/sign-in', credentials, {
      idempotencyKey: newId(),
    });

    expect(answer.status).toBe(200);
  });
});
