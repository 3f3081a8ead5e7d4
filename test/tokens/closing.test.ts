import { describe, expect, test } from 'vitest';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { ClosingPreview, NewToken, Token } from '../../shared/tokens/contract.ts';
import { Bearer } from '../support/bearer.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, type World } from '../support/world.ts';

const closed = { managementMode: 'self-managed' };

/** A program and somebody invited, added to Acme by whoever calls, with a token of the program. */
async function plant(world: World, by: Session, name: string) {
  const grants = [{ role: 'TenantReader' }];
  const machine = { type: 'machine', displayName: `Program of ${name}`, grants };
  const person = { email: `${name}@acme.example`, displayName: name, grants };
  const path = world.at('acme', '/accounts');
  const program = bodyOf(await by.post<AccountWithGrants>(path, machine));
  const invited = bodyOf(await by.post<AccountWithGrants>(path, person));
  const token = await makeToken(world, by, program.id, `Key of ${name}`);
  return { program, invited, token };
}

async function makeToken(world: World, by: Session, accountId: string, name: string) {
  const at = { role: 'TenantReader', organisationId: world.ids.acme, expiresInDays: 30 };
  return bodyOf(await by.post<NewToken>('/tokens', { ...at, name, accountId }));
}

async function scene() {
  const world = await createWorld();
  const above = await world.signIn('partner-admin@alder');
  const inside = await world.signIn('tenant-admin@acme');
  const theirs = await plant(world, above, 'above');
  const own = await plant(world, inside, 'inside');
  const mixed = await makeToken(world, above, own.program.id, 'Key of above to the inside');
  const opens = async ({ token }: NewToken) =>
    (await new Bearer(world.url, token).get(world.at('acme'))).status;
  const dispose = () => world[Symbol.asyncDispose]();
  return { world, above, inside, theirs, own, mixed, opens, [Symbol.asyncDispose]: dispose };
}

describe('[A25] closing an organisation', () => {
  test('lists what those above would still have inside, with who added it from where', async () => {
    await using it = await scene();
    const { world, inside, above, theirs, mixed } = it;

    const { accounts, tokens } = bodyOf(
      await inside.get<ClosingPreview>(world.at('acme', '/access/closing')),
    );

    expect(accounts.map(({ id }) => id).sort()).toEqual(
      [theirs.program.id, theirs.invited.id].sort(),
    );
    expect(accounts[0]).toMatchObject({
      addedBy: { displayName: 'partner admin of alder' },
      addedFrom: { id: world.ids.alder, displayName: 'Alder' },
    });
    expect(tokens.map(({ id }) => id).sort()).toEqual([theirs.token.id, mixed.id].sort());
    expect((await above.get(world.at('acme', '/access/closing'))).status).toBe(403);
  });

  test('ends it, and leaves what those inside have', async () => {
    await using it = await scene();
    const { world, inside, theirs, own, mixed, opens } = it;

    bodyOf(await inside.put(world.at('acme', '/access'), closed));

    expect([await opens(theirs.token), await opens(mixed), await opens(own.token)]).toEqual([
      401, 401, 200,
    ]);
    const { items } = bodyOf(
      await inside.get<Page<AccountWithGrants>>(world.at('acme', '/accounts')),
    );
    const statusOf = ({ id }: { id: string }) => items.find((each) => each.id === id)?.status;
    expect([statusOf(theirs.program), statusOf(theirs.invited)]).toEqual(['disabled', 'disabled']);
    expect([statusOf(own.program), statusOf(own.invited)]).toEqual(['active', 'invited']);
    const [mail] = await world.mailsTo('above@acme.example');
    await expect(world.accept(mail)).rejects.toThrow('410');
  });

  test('keeps what is kept on purpose', async () => {
    await using it = await scene();
    const { world, inside, theirs, mixed, opens } = it;
    const keep = [theirs.program.id, theirs.token.id, theirs.invited.id];

    bodyOf(await inside.put(world.at('acme', '/access'), { ...closed, keep }));

    expect([await opens(theirs.token), await opens(mixed)]).toEqual([200, 401]);
    const [mail] = await world.mailsTo('above@acme.example');
    await world.accept(mail);
  });
});

describe('an API token', () => {
  test('[T10] shows who made it, and from where', async () => {
    await using it = await scene();
    const { world, inside, own, mixed } = it;

    const { items } = bodyOf(await inside.get<Page<Token>>(world.at('acme', '/tokens')));

    const originOf = (id: string) => {
      const token = items.find((each) => each.id === id);
      return [token?.madeBy?.displayName, token?.madeFrom?.displayName];
    };
    expect(originOf(mixed.id)).toEqual(['partner admin of alder', 'Alder']);
    expect(originOf(own.token.id)).toEqual(['tenant admin of acme', 'Acme']);
  });
});
