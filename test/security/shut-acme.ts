import type { Grant } from '../../shared/access/contract.ts';
import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Subscribed } from '../../shared/live/contract.ts';
import { type Bearer, bearerOf, makeToken } from '../support/bearer.ts';
import type { PlaceName } from '../support/places.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import type { LiveSocket } from '../support/socket.ts';
import type { World } from '../support/world.ts';

/** What is written inside after the closing, wherever text can be: nobody above may read it. */
export const SECRET = 'quillfeather';

/** The key and the body of an invitation that the partner sent before the closing. */
export const early = {
  key: 'sent-before-the-closing',
  body: { email: 'early@acme.example', displayName: 'Early', grants: [{ role: 'TenantReader' }] },
};

/** Everything of a tenant that shut itself, as those who stood inside before remember it. */
export interface ShutAcme {
  world: World;
  /** The administrators above, by name; each at home outside. */
  above: Record<'platform' | 'north' | 'alder', Session>;
  inside: Session;
  insideId: string;
  /** Ids of what is inside. */
  ids: Record<'account' | 'invited' | 'grant' | 'token', string>;
  /** Somebody at home in the partner, who holds a role inside; and one who does not. */
  twofold: string;
  colleague: string;
  /** The partner's own request to be let in, which nobody answered. */
  request: string;
  /** Made before the closing: a token at the tenant, and one at the partner. */
  tokens: { acme: Bearer; alder: Bearer };
  /** What the partner was answered before the closing. */
  earlyAnswer: Answer<AccountWithGrants>;
  /** A page of the partner's, open since before the closing, and where it began. */
  page: LiveSocket;
  begun: Subscribed;
}

/** Lets everybody in, takes note of what they could do then, shuts the door and fills the inside. */
export async function shutAcme(world: World): Promise<ShutAcme> {
  const alder = await world.signIn('partner-admin@alder');
  const inside = await world.signIn('tenant-admin@acme');
  const { account: insider } = await inside.who();
  const colleague = await world.invite('second-nobody@alder');
  const { account: twofold } = await (await world.signIn('nobody@alder')).who();
  const { account } = await (await world.signIn('user@acme')).who();
  await give(inside, world, { account: insider.id, role: 'TenantReader', at: 'labs' });
  await give(alder, world, { account: twofold.id, role: 'TenantReader', at: 'acme' });
  const page = await alder.socket();
  const begun = await page.subscribe({ scope: 'subtree', organisationId: world.ids.alder });
  const invited = await alder.post<AccountWithGrants>(world.at('acme', '/accounts'), early.body, {
    idempotencyKey: early.key,
  });
  const tokens = {
    acme: await bearerOf(world, alder, { role: 'TenantAdministrator', at: 'acme' }),
    alder: await bearerOf(world, alder, { role: 'PartnerReader', at: 'alder' }),
  };

  const closing = { managementMode: 'self-managed' };
  bodyOf(await inside.put(world.at('acme', '/access'), closing));

  const asked = { role: 'TenantAdministrator', reason: 'The import fails.', days: 7 };
  const request = await alder.post<AccessRequest>(world.at('acme', '/access-requests'), asked);
  await fill(world, inside, insider.id);
  const token = await makeToken(world, inside, { role: 'TenantReader', at: 'acme', name: SECRET });
  const held = await inside.get<Page<Grant>>(world.at('acme', '/grants'));
  const grant = bodyOf(held).items.find(({ accountId }) => accountId === insider.id);
  return {
    world,
    above: { platform: world.founder, north: await world.signIn('distributor-admin@north'), alder },
    inside,
    insideId: insider.id,
    ids: {
      account: account.id,
      invited: bodyOf(invited).id,
      grant: grant?.id ?? '',
      token: token.id,
    },
    twofold: twofold.id,
    colleague: colleague.id,
    request: bodyOf(request).id,
    tokens,
    earlyAnswer: invited,
    page,
    begun,
  };
}

/** What the inside is, as its administrator reads it: the same as long as nobody reaches in. */
export async function snapshot({ world, inside, ids }: ShutAcme): Promise<unknown[]> {
  const paths = ['', '/billing', '/settings', '/children', '/accounts', '/grants', '/tokens'];
  const places: PlaceName[] = ['acme', 'labs'];
  const answers = places.flatMap((place) =>
    paths.map((rest) => inside.get<unknown>(world.at(place, rest))),
  );
  const accounts = [ids.account, ids.invited].map((id) => inside.get(`/accounts/${id}`));
  return (await Promise.all([...answers, ...accounts])).map(({ status, body }) => [status, body]);
}

async function give(
  by: Session,
  world: World,
  { account, role, at }: { account: string; role: string; at: PlaceName },
): Promise<void> {
  const grant = { role, organisationId: world.ids[at] };
  bodyOf(await by.post(`/accounts/${account}/grants`, grant));
}

/** Writes the secret inside, by every act that takes a text. */
export async function fill(world: World, inside: Session, insideId: string): Promise<void> {
  const any = { ifMatch: '*' };
  const displayName = `${SECRET} ${Math.random()}`;
  const person = { email: `${SECRET}-${Math.random()}@acme.example`, displayName };
  bodyOf(await inside.patch(`/accounts/${insideId}`, { displayName }, any));
  bodyOf(await inside.post(world.at('acme', '/accounts'), person));
  bodyOf(
    await inside.post(world.at('labs', '/accounts'), { ...person, email: `b-${person.email}` }),
  );
  await makeToken(world, inside, { role: 'TenantReader', at: 'labs', name: SECRET });
  for (const list of ['children', 'accounts']) {
    const view = { list, name: displayName, query: { q: SECRET }, isShared: true };
    bodyOf(await inside.post(world.at('acme', '/views'), view));
  }
}
