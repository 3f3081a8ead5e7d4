import type { Answer, Session } from '../support/session.ts';
import type { PlaceName } from '../support/places.ts';
import type { World } from '../support/world.ts';
import { SECRET, type ShutAcme } from './shut-acme.ts';

/** What somebody looks for who knows half of it; the question itself is in the audit. */
const HALF = SECRET.slice(0, -2);

type Try = (by: Session, stage: ShutAcme) => Promise<Answer<unknown>>;

const any = { ifMatch: '*' };
const eve = { email: 'eve@acme.example', displayName: 'Eve' };
const reason = { reason: 'The import fails.' };

/** A deed to the account of somebody inside. */
const toAccount =
  (deed: string): Try =>
  (by, { ids }) =>
    by.post(`/accounts/${ids.account}/${deed}`);

/** A grant of somebody: to whom, which role, where. */
const giving =
  (account: (stage: ShutAcme) => string, role: string, place: PlaceName): Try =>
  (by, stage) =>
    by.post(`/accounts/${account(stage)}/grants`, { role, organisationId: stage.world.ids[place] });

/** Every way in that somebody above might try; each has to fail at the barrier. */
export function waysIn(world: World): Record<string, Try> {
  const at = (place: PlaceName, rest = '') => world.at(place, rest);
  const { ids: places } = world;
  const token = (place: PlaceName) => ({
    name: 'Export',
    role: 'TenantReader',
    organisationId: places[place],
    expiresInDays: 1,
  });
  return {
    'making an administrator there': (by) =>
      by.post(at('acme', '/accounts'), { ...eve, grants: [{ role: 'TenantAdministrator' }] }),
    'making an administrator in a unit': (by) =>
      by.post(at('labs', '/accounts'), { ...eve, grants: [{ role: 'TenantAdministrator' }] }),
    'making a user there': (by) => by.post(at('acme', '/accounts'), { ...eve, type: 'user' }),
    'making a unit there': (by) =>
      by.post('/organisations', { kind: 'unit', parentId: places.acme, displayName: 'Open' }),
    'moving it to where it would be open': (by) =>
      by.post(at('acme', '/move'), { parentId: places.birch }),
    'moving it into an open folder': (by) =>
      by.post(at('acme', '/move'), { parentId: places.grove }),
    'opening it': (by) => by.put(at('acme', '/access'), { managementMode: 'managed' }),
    'opening its unit': (by) => by.put(at('labs', '/access'), { managementMode: 'managed' }),
    'locking it': (by) => by.post(at('acme', '/lock')),
    'editing it': (by) => by.patch(at('acme'), { displayName: 'Mine' }, any),
    'editing it, on the version seen before': (by) =>
      by.patch(at('acme'), { displayName: 'Mine' }, { ifMatch: 1 }),
    'editing its billing profile': (by) => by.patch(at('acme', '/billing'), { taxId: 'X' }, any),
    'editing its settings': (by) => by.patch(at('acme', '/settings'), { mfa: 'everybody' }, any),
    'saying how its people sign in': (by) =>
      by.patch(at('acme', '/settings'), { signInPaths: ['password'] }, any),
    'giving oneself a role there': giving(
      (stage) => stage.colleague,
      'TenantAdministrator',
      'acme',
    ),
    'giving oneself a role on its unit': giving((stage) => stage.colleague, 'TenantReader', 'labs'),
    'giving its people a role outside': giving(({ ids }) => ids.account, 'PartnerReader', 'alder'),
    'taking a role there away': (by, { ids }) => by.delete(`/grants/${ids.grant}`),
    'making a token there': (by) => by.post('/tokens', token('acme')),
    'making a token on its unit': (by) => by.post('/tokens', token('labs')),
    'revoking a token there': (by, { ids }) => by.delete(`/tokens/${ids.token}`),
    'mailing its people another password': toAccount('password-reset'),
    'having its people choose another password': toAccount('require-password-change'),
    'removing their second factors': toAccount('reset-mfa'),
    'disabling them': toAccount('disable'),
    'enabling them': toAccount('enable'),
    'moving them out': (by, { ids }) =>
      by.post(`/accounts/${ids.account}/move`, { organisationId: places.alder }),
    'moving somebody in': (by, { colleague }) =>
      by.post(`/accounts/${colleague}/move`, { organisationId: places.acme }),
    'renaming them': (by, { ids }) =>
      by.patch(`/accounts/${ids.account}`, { displayName: 'Mallory' }, any),
    'deleting them': (by, { ids }) => by.delete(`/accounts/${ids.account}`),
    'sending an invitation anew': (by, { ids }) => by.post(`/accounts/${ids.invited}/invitation`),
    'reading an account': (by, { ids }) => by.get(`/accounts/${ids.account}`),
    'reading an account that one made': (by, { ids }) => by.get(`/accounts/${ids.invited}`),
    'reading the roles of an account': (by, { ids }) => by.get(`/accounts/${ids.account}/grants`),
    'asking what an account may': (by, { ids }) =>
      by.get(`/access/explain?action=directory.view&at=${places.acme}&account=${ids.account}`),
    'listing accounts': (by) => by.get(at('acme', '/accounts')),
    'searching accounts': (by) => by.get(at('acme', `/accounts?q=${HALF}`)),
    'listing roles': (by) => by.get(at('labs', '/grants')),
    'listing tokens': (by) => by.get(at('acme', '/tokens')),
    'reading settings': (by) => by.get(at('acme', '/settings')),
    'approving one’s own request': (_, { above, request }) =>
      above.alder.post(`/access-requests/${request}/approve`),
    'refusing requests': (_, { above, request }) =>
      above.alder.post(`/access-requests/${request}/refuse`, reason),
  };
}

/** What opens to those above, and must not tell of the inside. */
export function openReadings(world: World): Record<string, (stage: ShutAcme) => string> {
  const at = (place: PlaceName, rest = '') => world.at(place, rest);
  return {
    'the tenant itself': () => at('acme'),
    'what stands beside it': () => at('alder', '/children'),
    'every organisation': () => `/organisations?q=${HALF}`,
    'the accounts beside it': () => at('alder', `/accounts?q=${HALF}`),
    'the feed of the tenant': () => at('acme', '/activity?limit=200'),
    'the feed of its partner': () => at('alder', '/activity?limit=200'),
    'the feed of what one insider did': ({ insideId }) => at('alder', `/activity?by=${insideId}`),
    'the audit of the tenant': () => at('acme', '/audit?limit=200'),
    'the audit of its partner': () => at('alder', '/audit?limit=200'),
    'the audit, searched': () => `/audit?q=${HALF}`,
    'the audit of what one insider did': ({ insideId }) => `/audit?actor=${insideId}&limit=200`,
    'the audit of tokens': () => '/audit?resource=token&limit=200',
    'the export of its partner’s audit': () => at('alder', '/audit/export?format=csv'),
    'the same as JSON lines': () => at('alder', '/audit/export?format=jsonl'),
    'the export of a search': () => `/audit/export?format=jsonl&q=${HALF}`,
    'who asked for access': () => at('acme', '/access-requests'),
    'somebody who holds a role inside': ({ twofold }) => `/accounts/${twofold}`,
    'the tokens that reach its partner': () => at('alder', '/tokens'),
  };
}
