import type { Topic } from '../../shared/access/actions.ts';
import type { Grant } from '../../shared/access/contract.ts';
import type { AccessRequest } from '../../shared/access/requests-contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Provider } from '../../shared/federation/contract.ts';
import type {
  Billing,
  Organisation,
  OrganisationSettings,
} from '../../shared/organisations/contract.ts';
import type { Token } from '../../shared/tokens/contract.ts';

/** The records that the client follows, by the name that changes carry them under. */
export interface LiveRecords {
  organisation: Organisation;
  billing: Billing;
  settings: OrganisationSettings;
  account: AccountWithGrants;
  grant: Grant;
  accessRequest: AccessRequest;
  token: Token;
  provider: Provider;
}
export type Resource = keyof LiveRecords;
export type LiveRecord = LiveRecords[Resource];

/** The resources that can be read and written one by one. */
export type Single = Exclude<Resource, Belonging>;

/** The resources that stand in lists: children by their parent, the rest by their organisation. */
export type Listed = 'organisation' | 'account' | Belonging;

/** Those of them that are read only in their lists. */
type Belonging = 'grant' | 'accessRequest' | 'provider' | 'token';

/** The one topic by which each resource travels. */
export const topicOf: Record<Resource, Topic> = {
  organisation: 'directory',
  billing: 'billing',
  settings: 'settings',
  account: 'accounts',
  grant: 'access',
  accessRequest: 'access',
  token: 'access',
  provider: 'settings',
};

const recordPaths: Record<Single, (id: string) => string> = {
  organisation: (id) => `/organisations/${id}`,
  billing: (id) => `/organisations/${id}/billing`,
  settings: (id) => `/organisations/${id}/settings`,
  account: (id) => `/accounts/${id}`,
};

const listPaths: Record<Listed, (ownerId: string) => string> = {
  organisation: (id) => `/organisations/${id}/children`,
  account: (id) => `/organisations/${id}/accounts`,
  grant: (id) => `/organisations/${id}/grants`,
  accessRequest: (id) => `/organisations/${id}/access-requests`,
  token: (id) => `/organisations/${id}/tokens`,
  provider: () => '/federation/providers',
};

/** What a field counts as that a record of this kind does not have. */
export function blankOf(resource: Resource): 'inherit' | null {
  return resource === 'settings' ? 'inherit' : null;
}

/** Where one record is read and written; the others are read only in lists. */
export function recordPath(resource: Single, id: string): string {
  return recordPaths[resource](id);
}

/** Where the records that belong to an organisation are read, a page at a time. */
export function listPath(resource: Listed, ownerId: string): string {
  return listPaths[resource](ownerId);
}

/** What a record is known by; billing and settings go by their organisation. */
export function idOf(record: LiveRecord): string {
  return 'id' in record ? record.id : record.organisationId;
}

/** The organisation that a record belongs to: itself, for an organisation. */
export function organisationOf(resource: Resource, record: LiveRecord): string {
  if ('organisation' in record) return record.organisation.id;
  return 'organisationId' in record ? record.organisationId : idOf(record);
}

/** Whose list a record stands in; `null` where it stands in none. */
export function ownerOf(resource: Resource, record: LiveRecord): string | null {
  if (resource === 'organisation') return (record as Organisation).parentId;
  if (resource === 'account') return (record as AccountWithGrants).organisationId;
  if ('organisation' in record) return record.organisation.id;
  if (resource === 'provider') return (record as Provider).organisationId;
  if (resource === 'accessRequest') return (record as AccessRequest).organisationId;
  return null;
}

/** The name that lists are sorted by. */
export function nameOf(record: LiveRecord): string {
  if ('displayName' in record) return record.displayName;
  if ('label' in record) return record.label;
  if ('maker' in record) return record.name;
  if ('accountName' in record) return record.accountName;
  return 'account' in record ? record.account.displayName : '';
}
