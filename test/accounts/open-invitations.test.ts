import { describe, expect, test } from 'vitest';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, type World } from '../support/world.ts';

/** A partner's administrator who has invited two people to roles and one to none. */
async function inviting(world: World) {
  const by = await world.signIn('partner-admin@alder');
  const invite = async (name: string, grants: object[]) => {
    const person = { email: `${name}@acme.example`, displayName: name, grants };
    return bodyOf(await by.post<AccountWithGrants>(world.at('acme', '/accounts'), person));
  };
  const role = [{ role: 'TenantAdministrator' }];
  const invited = [await invite('ann', role), await invite('ben', role), await invite('cy', [])];
  const { account, grants } = await by.who();
  return { id: account.id, grant: grants[0]?.id ?? '', invited: invited.map(({ id }) => id) };
}

async function statuses(by: Session, ids: readonly string[]): Promise<string[]> {
  const found = await Promise.all(ids.map((id) => by.get<AccountWithGrants>(`/accounts/${id}`)));
  return found.map((answer) => bodyOf(answer).status);
}

describe('[A16] taking the role of an administrator who has invited people', () => {
  test('shows whom they have invited by it, to whoever may see them', async () => {
    await using world = await createWorld();
    const { id, invited } = await inviting(world);
    const path = `/accounts/${id}/invitations?from=${world.ids.alder}`;

    const { items } = bodyOf(await world.founder.get<Page<AccountWithGrants>>(path));
    const elsewhere = `/accounts/${id}/invitations?from=${world.ids.birch}`;
    const none = bodyOf(await world.founder.get<Page<AccountWithGrants>>(elsewhere));

    expect(items.map((each) => [each.id, each.grants.length])).toEqual([
      [invited[0], 1],
      [invited[1], 1],
      [invited[2], 0],
    ]);
    expect(none.items).toEqual([]);
  });

  test('cancels those that give roles, but for what is kept', async () => {
    await using world = await createWorld();
    const { grant, invited } = await inviting(world);

    bodyOf(await world.founder.delete(`/grants/${grant}?keep=${invited[1]}`));

    expect(await statuses(world.founder, invited)).toEqual(['disabled', 'invited', 'invited']);
    const [mail] = await world.mailsTo('ann@acme.example');
    await expect(world.accept(mail)).rejects.toThrow('410');
    await world.accept((await world.mailsTo('ben@acme.example'))[0]);
  });

  test.each(['disable', 'delete'])('happens to %s their account as well', async (deed) => {
    await using world = await createWorld();
    const { id, invited } = await inviting(world);

    const path = `/accounts/${id}`;
    bodyOf(
      deed === 'delete'
        ? await world.founder.delete(path)
        : await world.founder.post(`${path}/disable`),
    );

    expect(await statuses(world.founder, invited)).toEqual(['disabled', 'disabled', 'invited']);
  });

  test('leaves what they were invited by others', async () => {
    await using world = await createWorld();
    const { grant } = await inviting(world);
    const other = await world.invite('tenant-admin@acme');

    bodyOf(await world.founder.delete(`/grants/${grant}`));

    expect(await statuses(world.founder, [other.id])).toEqual(['invited']);
  });
});
