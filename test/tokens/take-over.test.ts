import { describe, expect, test } from 'vitest';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { DAY } from '../../server/core/clock.ts';
import { Bearer, makeToken } from '../support/bearer.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld } from '../support/world.ts';

const idOf = async (session: Session) => (await session.who()).account.id;

const tokensOf = async (by: Session, accountId: string) =>
  bodyOf(await by.get<Page<Token>>(`/accounts/${accountId}/tokens`)).items;

/** Somebody who made a token for a tenant and leaves; a colleague who holds as much. */
async function setUp() {
  const world = await createWorld();
  const leaver = await world.signIn('partner-admin@alder');
  const heir = await world.signIn('second-partner-admin@alder');
  const made = await makeToken(world, leaver, { role: 'TenantReader', at: 'acme' });
  return {
    world,
    made,
    program: new Bearer(world.url, made.token),
    leaverId: await idOf(leaver),
    heir,
    heirId: await idOf(heir),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

describe('[T12] deleting an account with API tokens', () => {
  test('ends them where nobody takes them over', async () => {
    await using scene = await setUp();
    const { world, program, leaverId } = scene;

    const answer = await world.founder.delete(`/accounts/${leaverId}`);

    expect(answer.status).toBe(204);
    expect((await program.get(world.at('acme'))).status).toBe(401);
  });

  test('lets a program go on as whoever takes them over', async () => {
    await using scene = await setUp();
    const { world, made, program, leaverId, heir, heirId } = scene;

    bodyOf(await world.founder.delete<unknown>(`/accounts/${leaverId}?takeOver=${heirId}`));

    const who = await program.who();
    expect(who).toMatchObject({ account: { id: heirId }, grants: [{ role: 'TenantReader' }] });
    const [token, ...others] = await tokensOf(heir, heirId);
    expect(others).toEqual([]);
    expect(token).toMatchObject({
      name: made.name,
      role: 'TenantReader',
      organisation: { id: world.ids.acme },
      maker: { id: heirId },
      createdAt: made.createdAt,
      expiresAt: made.expiresAt,
    });
    const record = await world.em.findOneOrFail(AuditRecord, { action: 'account.delete' });
    expect(record.details['changes']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ resource: 'token', id: made.id, op: 'delete' }),
        expect.objectContaining({ resource: 'token', id: token?.id, op: 'create' }),
      ]),
    );
  });

  test('shows the change to all who look, and has sockets come back as the heir', async () => {
    await using scene = await setUp();
    const { world, made, program, leaverId, heir, heirId } = scene;
    await using watching = await heir.socket();
    await watching.subscribe({
      scope: 'record',
      organisationId: world.ids.acme,
      topics: ['access'],
    });
    await using running = await program.socket();

    bodyOf(await world.founder.delete<unknown>(`/accounts/${leaverId}?takeOver=${heirId}`));
    await world.settled();

    await watching.until(({ changes }) => changes.length >= 2);
    expect(
      watching.changes.map(({ resource, op, id, fields }) => [
        resource,
        op,
        id === made.id,
        fields['accountId'],
      ]),
    ).toEqual([
      ['token', 'delete', true, undefined],
      ['token', 'create', false, heirId],
    ]);
    await running.until(({ isConnected }) => !isConnected);
    expect(running.ended).toBe('renewed');
    await using back = await program.socket();
    await back.roundTrip();
    const { dispatcher } = world.server.running;
    expect([
      dispatcher.connections.countOf(leaverId),
      dispatcher.connections.countOf(heirId),
    ]).toEqual([0, 2]);
  });

  test('is refused for an heir whose roles are narrower, who is named with the token', async () => {
    await using scene = await setUp();
    const { world, program, leaverId } = scene;
    const reader = await idOf(await world.signIn('partner-reader@alder'));

    const answer = await world.founder.delete(`/accounts/${leaverId}?takeOver=${reader}`);

    expect(answer).toMatchObject({
      status: 422,
      body: {
        detail:
          'partner reader of alder cannot take over “Nightly export”: it is Tenant reader of Acme, and partner reader of alder holds no role there that is as wide.',
        errors: [{ path: 'takeOver' }],
      },
    });
    expect((await program.get(world.at('acme'))).status).toBe(200);
    expect((await program.who()).account.id).toBe(leaverId);
  });

  test('is refused for an heir who goes too, is shut out, or is nobody’s to name', async () => {
    await using scene = await setUp();
    const { world, leaverId, heir, heirId } = scene;
    const third = await idOf(await world.signIn('partner-admin@birch'));
    const path = `/accounts/${leaverId}`;

    const same = await world.founder.delete(`${path}?takeOver=${leaverId}`);
    const outside = await heir.delete(`${path}?takeOver=${third}`);
    bodyOf(await world.founder.post(`/accounts/${heirId}/disable`));
    const disabled = await world.founder.delete(`${path}?takeOver=${heirId}`);
    const nonsense = await world.founder.delete(`${path}?takeOver=nobody`);

    expect([same.status, outside.status, disabled.status, nonsense.status]).toEqual([
      422, 404, 422, 422,
    ]);
  });

  test('leaves what expired behind', async () => {
    await using scene = await setUp();
    const { world, leaverId, heir, heirId } = scene;
    world.clock.advance(31 * DAY);
    const { email } = { email: 'second-partner-admin@alder.example' };
    bodyOf(await heir.post('/auth/sign-in', { email, password: PASSWORD }));
    const founder = world.stranger();
    const credentials = { email: 'platform-admin@platform.example', password: PASSWORD };
    bodyOf(await founder.post('/auth/sign-in', credentials));

    bodyOf(await founder.delete<unknown>(`/accounts/${leaverId}?takeOver=${heirId}`));

    expect(await tokensOf(heir, heirId)).toEqual([]);
  });

  test('may hand them to a machine account that holds as much', async () => {
    await using scene = await setUp();
    const { world, program, leaverId, heir } = scene;
    const machine = { type: 'machine', displayName: 'Exports', grants: [{ role: 'TenantReader' }] };
    const { id } = bodyOf(
      await heir.post<AccountWithGrants>(world.at('acme', '/accounts'), machine),
    );

    bodyOf(await world.founder.delete<unknown>(`/accounts/${leaverId}?takeOver=${id}`));

    expect((await program.who()).account).toMatchObject({ id, type: 'machine' });
  });
});
