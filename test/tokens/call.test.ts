import { describe, expect, test } from 'vitest';
import type { Account } from '../../shared/people/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { headOf } from '../../server/core/changes/append-log.ts';
import { MINUTE } from '../../server/core/clock.ts';
import { Bearer, bearerOf, makeToken } from '../support/bearer.ts';
import { bodyOf } from '../support/session.ts';
import { newOrganisation } from '../support/places.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const maker = await world.signIn('distributor-admin@north');

describe('a program with an API token', () => {
  test('[T3] is the token’s account, with the token’s one role', async () => {
    const made = await makeToken(world, maker, { role: 'PartnerAdministrator', at: 'alder' });
    const program = new Bearer(world.url, made.token);

    const who = await program.who();

    const { account } = await maker.who();
    expect(who.account.id).toBe(account.id);
    expect(who.grants).toMatchObject([
      { id: made.id, role: 'PartnerAdministrator', organisation: { id: world.ids.alder } },
    ]);
    expect(who).toMatchObject({ next: 'done', expiresAt: made.expiresAt });
    expect(Object.keys(who.access.chains)).toEqual([world.ids.alder]);
  });

  test('[T3] sees what its role sees, and nothing else of its maker’s', async () => {
    const program = await bearerOf(world, maker, { role: 'TenantReader', at: 'acme' });
    const { account, grants } = await maker.who();

    const seen = await Promise.all(
      [
        world.at('acme'),
        world.at('acme', '/accounts'),
        world.at('labs'),
        world.at('alder'),
        world.at('north'),
        `/accounts/${account.id}`,
        `/accounts/${account.id}/grants`,
        `/grants/${grants[0]?.id ?? ''}`,
      ].map(async (path) => (await program.get(path)).status),
    );
    const all = bodyOf(await program.get<Page<Organisation>>('/organisations'));

    expect(seen).toEqual([200, 200, 200, 404, 404, 404, 404, 404]);
    expect(all.items.map(({ displayName }) => displayName).sort()).toEqual([
      'Acme',
      'Bench',
      'Labs',
    ]);
  });

  test('[T3] reads where its role only reads', async () => {
    const program = await bearerOf(world, maker, { role: 'PartnerReader', at: 'alder' });
    const tenant = { ...newOrganisation('tenant', 'Omega'), parentId: world.ids.alder };

    const answer = await program.post('/organisations', tenant);

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.denied' } });
  });

  test('[T9] writes from anywhere; the audit names its account and the token', async () => {
    const made = await makeToken(world, maker, { role: 'PartnerAdministrator', at: 'alder' });
    const program = new Bearer(world.url, made.token);
    const tenant = { ...newOrganisation('tenant', 'Omega'), parentId: world.ids.alder };

    const { id } = bodyOf(await program.post<Organisation>('/organisations', tenant));

    const record = await world.em.findOneOrFail(AuditRecord, { organisationId: id });
    const { account } = await maker.who();
    expect(record.actorId).toBe(account.id);
    expect(record.details['token']).toEqual({ id: made.id, name: made.name });
    expect(JSON.stringify(record)).not.toContain(made.token);
  });

  test('[T7] is judged by the token alone, whatever cookie comes along', async () => {
    const made = await makeToken(world, maker, { role: 'TenantReader', at: 'acme' });
    const headers = { authorization: `Bearer ${made.token}` };

    const above = await maker.get(world.at('alder'), { headers });
    const wrong = await maker.get(world.at('alder'), { headers: { authorization: 'Bearer no' } });
    const other = await maker.get(world.at('alder'), { headers: { authorization: 'Basic bm8=' } });

    expect([above.status, wrong.status, other.status]).toEqual([404, 401, 200]);
  });

  test.each([
    ['GET', '/auth/sessions'],
    ['DELETE', '/auth/sessions'],
    ['POST', '/auth/password'],
    ['POST', '/auth/sign-in'],
    ['POST', '/auth/sign-out'],
    ['POST', '/auth/reauthenticate'],
    ['GET', '/auth/mfa'],
    ['POST', '/auth/passkey/options'],
    ['POST', '/setup'],
    ['POST', '/invitations/unknown/accept'],
    ['GET', '/tokens'],
    ['POST', '/tokens'],
    ['DELETE', '/tokens/unknown'],
    ['GET', '/jobs'],
    ['POST', '/jobs/unknown/retry'],
  ])('[T6] is kept from %s %s, and told why', async (method, path) => {
    const program = await bearerOf(world, maker, { role: 'PartnerAdministrator', at: 'alder' });

    const answer = await program.raw(method, path);

    expect(answer).toMatchObject({ status: 403, body: { code: 'auth.token' } });
    expect(answer.text).toContain('Sign in for that.');
  });

  test.each(['reset-mfa', 'require-password-change', 'password-reset'])(
    '[T6] does not %s of others',
    async (deed) => {
      const program = await bearerOf(world, maker, { role: 'PartnerAdministrator', at: 'alder' });
      const { account } = await (await world.signIn('tenant-reader@acme')).who();

      const answer = await program.post(`/accounts/${account.id}/${deed}`);

      expect(answer).toMatchObject({ status: 403, body: { code: 'auth.token' } });
    },
  );

  test('[T6] takes no role from whoever made it', async () => {
    const admin = await world.signIn('partner-admin@birch');
    const program = await bearerOf(world, admin, { role: 'PartnerAdministrator', at: 'birch' });
    const { account, grants } = await admin.who();

    const taken = await program.delete(`/grants/${grants[0]?.id ?? ''}`);
    const disabled = await program.post<Account>(`/accounts/${account.id}/disable`);

    expect([taken.status, disabled.status]).toEqual([403, 403]);
    expect(taken.text).toContain('An API token takes no role from whoever made it.');
  });

  test('has idempotency keys of its own', async () => {
    const program = await bearerOf(world, maker, { role: 'PartnerAdministrator', at: 'alder' });
    const folder = { kind: 'folder', displayName: 'Copse', parentId: world.ids.alder };
    const key = { idempotencyKey: 'shared' };

    const own = bodyOf(await maker.post<Organisation>('/organisations', folder, key));
    const first = bodyOf(await program.post<Organisation>('/organisations', folder, key));
    const retried = bodyOf(await program.post<Organisation>('/organisations', folder, key));

    expect(first.id).not.toBe(own.id);
    expect(retried.id).toBe(first.id);
  });

  test('[T9] shows its last use to the minute, in no log', async () => {
    const made = await makeToken(world, maker, { role: 'TenantReader', at: 'labs' });
    const program = new Bearer(world.url, made.token);
    const lastUse = async () => {
      const { items } = bodyOf(await maker.get<Page<Token>>('/tokens'));
      const { lastUsedAt, version } = items.find(({ id }) => id === made.id) as Token;
      return { lastUsedAt, version };
    };
    const head = await headOf(world.em);
    const use = async () => {
      await program.get(world.at('labs'));
      return lastUse();
    };

    const first = await use();
    const soon = await use();
    world.clock.advance(MINUTE);
    const later = await use();

    expect(first.lastUsedAt).not.toBeNull();
    expect(soon).toEqual(first);
    expect(Date.parse(later.lastUsedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(first.lastUsedAt ?? '') + MINUTE,
    );
    expect(later.version).toBe(made.version);
    expect(await headOf(world.em)).toBe(head);
  });
});
