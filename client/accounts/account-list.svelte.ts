import {
  exportAccountsCsv,
  exportAccountsXlsx,
  listAccounts,
} from '../../shared/accounts/endpoints.ts';
import { accountList as declaration } from '../../shared/accounts/list.ts';
import type { ListedAccount } from '../../shared/accounts/list-contract.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { Api } from '../core/api.ts';
import { endpointUrl } from '../core/endpoint-url.ts';
import { DeclaredList } from '../lists/declared-list.svelte.ts';
import type { Whereabouts } from '../lists/here.svelte.ts';
import { layouts, usualColumns } from './account-columns.ts';
import { words } from './words.ts';

export type AccountList = DeclaredList<typeof declaration, 'account', ListedAccount>;

/** What brings an account into a list, out of it or to another place in it. */
const moving = [
  'organisationId',
  'displayName',
  'status',
  'lockedUntil',
  'hasSecondFactor',
  'lastSignInAt',
];
const structural = new Set(['create', 'delete', 'enter', 'leave']);

/** The accounts at home in an organisation, or in all of its branch that is open to the reader. */
export function accountList(around: Whereabouts, api: Api): AccountList {
  const { live, organisationId: id } = around;
  return new DeclaredList(around, {
    declaration,
    resource: 'account',
    path: listAccounts.path,
    read: (query) => api.call(listAccounts, { id, query }),
    exportUrls: {
      csv: (query) => endpointUrl(exportAccountsCsv, { id, query }),
      xlsx: (query) => endpointUrl(exportAccountsXlsx, { id, query }),
    },
    layouts,
    labels: () => words.columns,
    usualColumns,
    follow: (isBranch) => ({
      scope: isBranch ? 'subtree' : 'record',
      topics: ['directory', 'accounts', 'access'],
    }),
    join: (item, record, isBranch) => {
      if (live.store.tombstone('account', item.id)) return undefined;
      const account = record ?? item;
      const isHere = isBranch || account.organisationId === id;
      const { grants, organisation } = item;
      return isHere ? { ...account, grants, ...(organisation && { organisation }) } : undefined;
    },
    concerns: (change, { isBranch, sort }) => isAbout(change, isBranch, sort),
    rowOf: holderOf,
  });
}

/** Whose role a change gives, changes or takes. */
function holderOf({ resource, id, fields }: Change, known: readonly ListedAccount[]) {
  if (resource !== 'grant') return undefined;
  return known.find(
    (account) =>
      account.id === fields['accountId'] || account.grants.some((grant) => grant.id === id),
  )?.id;
}

/** Roles, and barriers and moves within a branch, decide who is listed there with what. */
function isAbout({ op, resource, fields }: Change, isBranch: boolean, sort: string): boolean {
  if (resource === 'grant') return true;
  if (resource === 'organisation') {
    return isBranch && (structural.has(op) || 'managementMode' in fields || 'parentId' in fields);
  }
  if (resource !== 'account') return false;
  const isSortedByTime = sort.endsWith('updatedAt');
  return structural.has(op) || isSortedByTime || moving.some((field) => field in fields);
}
