import { LinkedIdentity } from '../../server/sign-in/linked-identity.entity.ts';
import { SECOND } from '../../server/core/clock.ts';
import { newId } from '../../server/core/new-id.ts';
import type { Grant } from '../../shared/access/contract.ts';
import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bearerOf, makeToken } from '../support/bearer.ts';
import { pdfOf, upload } from '../support/documents.ts';
import { PASSWORD, personOf } from '../support/people.ts';
import { newOrganisation, type PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import type { World } from '../support/world.ts';
import { provider } from './matrix-row.ts';

/** In the name of whatever comes into being out of sight. */
export const SECRET = 'quillfeather';

const any = { ifMatch: '*' };

/** Those who act out of sight of the others. */
export interface Hidden {
  world: World;
  /** Administrator of a tenant that is closed. */
  inside: Session;
  /** Administrator of it as well, at home in the partner above. */
  twofold: Session;
  /** Another administrator of the platform, who breaks the glass. */
  rescuer: Session;
  north: Session;
  ids: Record<'inside' | 'twofold' | 'rescuer' | 'north' | 'twofoldGrant' | 'document', string>;
}

/** A closed tenant with people who act inside, whether they are at home there or above. */
export async function closeAcme(world: World): Promise<Hidden> {
  const inside = await world.signIn('tenant-admin@acme');
  const twofold = await world.signIn('nobody@alder');
  const rescuer = await world.signIn('second-platform-admin@platform');
  const north = await world.signIn('distributor-admin@north');
  const people = { inside, twofold, rescuer, north };
  const accounts = await Promise.all(
    Object.entries(people).map(async ([name, session]) => [name, (await session.who()).account.id]),
  );
  const ids = Object.fromEntries(accounts) as Record<keyof typeof people, string>;
  const given = { role: 'TenantAdministrator', organisationId: world.ids.acme };
  const grant = await world.founder.post<Grant>(`/accounts/${ids.twofold}/grants`, given);
  const twofoldGrant = bodyOf(grant).id;
  bodyOf(await inside.put(world.at('acme', '/access'), { managementMode: 'self-managed' }));
  const { documentId: document } = await upload(inside, world.ids.acme, pdfOf('the first'));
  return { world, ...people, ids: { ...ids, twofoldGrant, document } };
}

/** Every kind of deed behind the barrier, at the closed tenant itself and not at its units. */
export async function actInside(hidden: Hidden): Promise<void> {
  const { world, inside, twofold, ids } = hidden;
  for (const signInPaths of [['password'], null]) {
    bodyOf(await inside.patch(world.at('acme', '/settings'), { signInPaths }, any));
  }
  const contract = world.at('acme', '/onboarding/steps/contract-signed');
  for (const blocked of [SECRET, `${SECRET} still`]) {
    bodyOf(await inside.patch(contract, { blocked }, any));
  }
  for (const deed of ['complete', 'reopen']) bodyOf(await inside.post(`${contract}/${deed}`));
  for (const visibility of ['all', 'ours']) {
    bodyOf(await inside.post(world.at('acme', '/onboarding/notes'), { text: SECRET, visibility }));
  }
  await letIn(hidden);
  for (const by of [inside, twofold]) await people(world, by, 'acme');
  await makeToken(world, twofold, { role: 'TenantReader', at: 'acme', name: SECRET });
  const program = await bearerOf(world, inside, { role: 'TenantReader', at: 'acme', name: SECRET });
  await program.patch(world.at('acme', '/settings'), { mfa: 'nobody' }, any);
  for (const role of ['TenantReader', 'TenantAdministrator']) {
    bodyOf(await inside.patch(`/grants/${ids.twofoldGrant}`, { role }, any));
  }
  const view = { list: 'children', name: SECRET, query: { q: SECRET }, isShared: true };
  bodyOf(await inside.post(world.at('acme', '/views'), view));
  await documents(hidden);
  await linked(world, ids.inside);
  await world
    .stranger()
    .post('/auth/sign-in', { ...credentials('tenant-admin@acme'), password: '' });
  bodyOf(await world.stranger().post('/auth/sign-in', credentials('tenant-admin@acme')));
}

/** Documents for all and for those inside, a new version, and one that is removed. */
async function documents({ world, inside, ids }: Hidden): Promise<void> {
  const { acme } = world.ids;
  const name = `${SECRET}.pdf`;
  const content = () => pdfOf(newId());
  await upload(inside, acme, content(), { replaces: ids.document, name });
  for (const visibility of ['inside', 'shared'] as const) {
    const { documentId } = await upload(inside, acme, content(), { visibility, name });
    if (visibility === 'shared') bodyOf(await inside.delete(`/documents/${documentId}`));
  }
}

/** Writes such deeds down again and again: more than a list reads of the log or the audit at once. */
export async function repeatInside({ world }: Hidden): Promise<void> {
  for (const table of ['audit_records', 'changes']) {
    const found = await world.em.execute<{ name: string }[]>(
      `select name from pragma_table_info('${table}') where name != 'seq'`,
    );
    const columns = found.map(({ name }) => `"${name}"`).join(', ');
    for (let doubled = 0; doubled < 6; doubled += 1) {
      await world.em.execute(
        `insert into ${table} (${columns}) select ${columns} from ${table}
         where organisation_id = ? and action = 'settings.edit'`,
        [world.ids.acme],
      );
    }
  }
}

/** What those above see: their own, and what those inside do to what is everybody's. */
export async function actInSight({ world, inside }: Hidden, above: Session): Promise<void> {
  const description = 'seen by all';
  bodyOf(await above.patch(world.at('alder'), { description }, any));
  bodyOf(await inside.patch(world.at('acme'), { description }, any));
  for (const displayName of ['Seen one', 'Seen two', 'Seen three']) {
    const person = { email: `${newId()}@alder.example`, displayName, grants: [] };
    bodyOf(await above.post(world.at('alder', '/accounts'), person));
    const tenant = { ...newOrganisation('tenant', displayName), parentId: world.ids.alder };
    const { id } = bodyOf(await above.post<Organisation>('/organisations', tenant));
    bodyOf(await above.post(`/organisations/${id}/suspend`));
    bodyOf(await above.delete(`/organisations/${id}`));
  }
  const asked = { role: 'TenantReader', reason: description, days: 1 };
  bodyOf(await above.post(world.at('acme', '/access-requests'), asked));
}

/** Deeds in another branch, and at the platform. */
export async function actElsewhere({ world }: Hidden): Promise<void> {
  const { founder } = world;
  await people(world, founder, 'gamma');
  await makeToken(world, founder, { role: 'TenantReader', at: 'gamma', name: SECRET });
  for (const rest of ['left', 'gone']) {
    const tenant = { ...newOrganisation('tenant', `${SECRET} ${rest}`), parentId: world.ids.birch };
    const { id } = bodyOf(await founder.post<Organisation>('/organisations', tenant));
    if (rest === 'left') continue;
    bodyOf(await founder.post(`/organisations/${id}/suspend`));
    bodyOf(await founder.delete(`/organisations/${id}`));
  }
  bodyOf(await founder.patch(world.at('birch', '/billing'), { taxId: SECRET }, any));
  bodyOf(await founder.post('/federation/providers', { ...provider, label: SECRET }));
  const template = { kind: 'tenant' };
  const { id } = bodyOf(await founder.post<{ id: string }>('/onboarding-templates', template));
  bodyOf(await founder.post(`/onboarding-templates/${id}/publish`, undefined, any));
}

/** Ends the access that those above have, and gives it again; a request to renew it waits. */
async function letIn({ world, inside, north, rescuer, ids }: Hidden): Promise<void> {
  const path = world.at('acme', '/access-requests');
  const hidden = [ids.north, ids.rescuer];
  for (const { id, status, accountId } of bodyOf(await inside.get<Page<AccessRequest>>(path))
    .items) {
    if (!hidden.includes(accountId)) continue; // whoever asked in sight sees what becomes of it
    if (status === 'pending') bodyOf(await inside.post(`/access-requests/${id}/refuse`, {}));
    if (status === 'approved') bodyOf(await inside.post(`/access-requests/${id}/end`));
  }
  const asked = { role: 'TenantAdministrator', reason: SECRET, days: 7 };
  const { id } = bodyOf(await north.post<AccessRequest>(path, asked));
  bodyOf(await inside.post(`/access-requests/${id}/approve`));
  bodyOf(await north.post(path, asked));
  bodyOf(await rescuer.post(world.at('acme', '/break-glass'), { reason: SECRET, hours: 1 }));
}

/** Accounts of every state, with roles that are given, changed and taken. */
async function people(world: World, by: Session, place: PlaceName): Promise<void> {
  const grants = [{ role: 'TenantReader' }];
  const invite = async (displayName: string) => {
    const person = { email: `${newId()}@${SECRET}.example`, displayName, grants };
    return bodyOf(await by.post<AccountWithGrants>(world.at(place, '/accounts'), person));
  };
  await invite(`${SECRET} one`);
  const { grants: given } = await invite(`${SECRET} two`);
  bodyOf(await by.delete(`/grants/${given[0]?.id}`));
  bodyOf(await by.post(`/accounts/${(await invite(`${SECRET} three`)).id}/disable`));
  world.clock.advance(SECOND);
}

/** A connected sign-in, which only its owner sees. */
async function linked(world: World, accountId: string): Promise<void> {
  const known = { id: newId(), accountId, providerId: newId(), issuer: SECRET, subject: newId() };
  const { em } = world;
  em.create(LinkedIdentity, {
    ...known,
    email: '',
    createdAt: world.clock.now(),
    lastUsedAt: null,
  });
  await em.flush();
}

function credentials(name: Parameters<typeof personOf>[0]) {
  return { email: personOf(name).email, password: PASSWORD };
}
