import { describe, expect, test } from 'vitest';
import type { Grant } from '../../shared/access/contract.ts';
import type { Role } from '../../shared/access/roles.ts';
import { bodyOf, type Session } from '../support/session.ts';
import type { PlaceName } from '../support/places.ts';
import { BehindAcme } from './behind-acme.ts';

const WHO = 'partner-admin@alder';

describe('[A32] access for a time, and the role that it was asked for by', () => {
  const losses: Record<string, (it: BehindAcme) => Promise<void>> = {
    'is taken away': async (it) => {
      await take(it, it.partner, 'PartnerAdministrator');
    },
    'becomes a reader’s': async (it) => {
      await take(it, it.partner, 'PartnerAdministrator');
      await give(it, it.partner, 'PartnerReader', 'alder');
    },
    'is of an account that is disabled': async (it) => {
      const id = await idOf(it.partner);
      bodyOf(await it.world.founder.post(`/accounts/${id}/disable`));
      bodyOf(await it.world.founder.post(`/accounts/${id}/enable`));
    },
    'is of an account that is given another home': async (it) => {
      const to = { organisationId: it.world.ids.birch };
      bodyOf(await it.world.founder.post(`/accounts/${await idOf(it.partner)}/move`, to));
    },
    'is of an account whose home is suspended': async (it) => {
      const home = { organisationId: it.world.ids.birch };
      bodyOf(await it.world.founder.post(`/accounts/${await idOf(it.partner)}/move`, home));
      it.partner = await it.world.signIn(WHO);
      await it.letIn();
      bodyOf(await it.world.founder.post(it.world.at('birch', '/suspend')));
      bodyOf(await it.world.founder.post(it.world.at('birch', '/activate')));
    },
    'no longer reaches the place': async (it) => {
      const move = (parent: PlaceName) =>
        it.world.founder.post(it.world.at('grove', '/move'), { parentId: it.world.ids[parent] });
      const inside = it.world.at('acme', '/move');
      bodyOf(await it.inside.put(it.world.at('acme', '/access'), { managementMode: 'managed' }));
      bodyOf(await it.world.founder.post(inside, { parentId: it.world.ids.grove }));
      bodyOf(
        await it.inside.put(it.world.at('acme', '/access'), { managementMode: 'self-managed' }),
      );
      bodyOf(await move('birch'));
      bodyOf(await move('alder'));
    },
  };

  test.each(Object.entries(losses))('is over, for good, when it %s', async (_, lose) => {
    await using it = await BehindAcme.begin();
    await it.letIn();

    await lose(it);
    const partner = await it.world.signIn(WHO);
    const meanwhile = await it.sees(partner);
    await giveBack(it, partner);

    expect([meanwhile, await it.sees(partner)]).toEqual([false, false]);
    const [latest] = await it.list(await it.world.signIn('tenant-admin@acme'));
    expect(latest).toMatchObject({ status: 'ended' });
    expect(latest?.endedByName).not.toBeNull();
    expect(await guestGrants(it)).toEqual([]);
  });

  test('goes on while another role carries it', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn();
    await give(it, it.partner, 'DistributorAdministrator', 'north');

    await take(it, it.partner, 'PartnerAdministrator');

    expect(await it.sees(it.partner)).toBe(true);
  });

  test('is told to whoever had it, on open pages and by mail', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn();
    const live = await it.partner.socket();
    await live.subscribe({ scope: 'record', organisationId: it.world.ids.acme });
    await give(it, it.partner, 'PartnerReader', 'birch');

    await take(it, it.partner, 'PartnerAdministrator');

    await live.until(({ access }) => access.some(({ ended }) => ended.length > 0));
    const mails = await it.world.mailsTo(`${WHO}.example`);
    expect(mails.at(-1)?.headers).toContain('Your access to Acme has ended');
  });

  test('is no longer waited for when its account was shut out', async () => {
    await using it = await BehindAcme.begin();
    const { id } = bodyOf(await it.ask());
    bodyOf(await it.world.founder.post(`/accounts/${await idOf(it.partner)}/disable`));

    const { body } = await it.inside.post(`/access-requests/${id}/approve`);

    expect(body).toMatchObject({ code: 'access-request.void' });
  });
});

describe('[A39] a broken glass, and the administrator of the platform who broke it', () => {
  test.each<[Role, PlaceName]>([
    ['PlatformReader', 'platform'],
    ['DistributorAdministrator', 'north'],
  ])('is whole again when they become %s', async (role, place) => {
    await using it = await BehindAcme.begin('second-platform-admin@platform');
    const breaker = await it.world.signIn('second-platform-admin@platform');
    bodyOf(await it.breakGlass(breaker, { hours: 4 }));

    await take(it, breaker, 'PlatformAdministrator');
    await give(it, breaker, role, place);

    const seen = await it.sees(breaker);
    await take(it, breaker, role);
    await give(it, breaker, 'PlatformAdministrator', 'platform');
    expect([seen, await it.sees(breaker)]).toEqual([false, false]);
    expect(await it.list(it.inside)).toMatchObject([{ kind: 'break-glass', status: 'ended' }]);
  });
});

async function idOf(session: Session): Promise<string> {
  return (await session.who()).account.id;
}

async function give(it: BehindAcme, to: Session, role: Role, place: PlaceName): Promise<void> {
  const grant = { role, organisationId: it.world.ids[place] };
  bodyOf(await it.world.founder.post(`/accounts/${await idOf(to)}/grants`, grant));
}

async function take(it: BehindAcme, from: Session, role: Role): Promise<void> {
  const { grants } = await from.who();
  const held = grants.find((grant) => grant.role === role && grant.expiresAt === null);
  bodyOf(await it.world.founder.delete(`/grants/${held?.id}`));
}

/** Whatever was lost, the partner's administrator is one again, as before. */
async function giveBack(it: BehindAcme, partner: Session): Promise<void> {
  const { grants } = await partner.who();
  if (grants.some(({ role }) => role === 'PartnerAdministrator')) return;
  if (grants.some(({ role }) => role === 'PartnerReader')) await take(it, partner, 'PartnerReader');
  await give(it, partner, 'PartnerAdministrator', 'alder');
}

async function guestGrants(it: BehindAcme): Promise<Grant[]> {
  const inside = await it.world.signIn('tenant-admin@acme');
  const { items } = bodyOf(await inside.get<{ items: Grant[] }>(it.world.at('acme', '/grants')));
  return items.filter(({ expiresAt }) => expiresAt !== null);
}
