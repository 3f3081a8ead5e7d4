import {
  exportChildrenCsv,
  exportChildrenXlsx,
  listChildren,
} from '../../../shared/organisations/endpoints.ts';
import { organisationList } from '../../../shared/organisations/list.ts';
import type { ListedOrganisation } from '../../../shared/organisations/list-contract.ts';
import type { Change } from '../../../shared/live/contract.ts';
import type { Api } from '../../core/api.ts';
import { endpointUrl } from '../../core/endpoint-url.ts';
import { DeclaredList } from '../../lists/declared-list.svelte.ts';
import type { Whereabouts } from '../../lists/here.svelte.ts';
import { layouts, usualColumns } from './customer-columns.ts';
import { words } from './words.ts';

export type CustomerList = DeclaredList<
  typeof organisationList,
  'organisation',
  ListedOrganisation
>;

/** What moves a row in the list, out of it or into it, besides coming and going. */
const moving = ['parentId', 'displayName', 'status', 'managementMode'];
const structural = new Set(['create', 'delete', 'enter', 'leave']);

/** The customers of an organisation, of it alone or of its branch. */
export function customerList(around: Whereabouts, api: Api): CustomerList {
  const { organisationId: id } = around;
  return new DeclaredList(around, {
    declaration: organisationList,
    resource: 'organisation',
    path: listChildren.path,
    read: (query) => api.call(listChildren, { id, query }),
    exportUrls: {
      csv: (query) => endpointUrl(exportChildrenCsv, { id, query }),
      xlsx: (query) => endpointUrl(exportChildrenXlsx, { id, query }),
    },
    layouts,
    labels: () => words.columns,
    usualColumns,
    follow: (isBranch) => ({
      scope: isBranch ? 'subtree' : 'children',
      topics: ['directory', 'billing'],
    }),
    join: ({ billing }, record, isBranch) => {
      const isHere = isBranch
        ? record?.path.some((above) => above.id === id)
        : record?.parentId === id;
      return record && isHere ? { ...record, billing } : undefined;
    },
    concerns: (change, { sort }) => concerns(id, change, sort),
  });
}

/** The countries and currencies of what is shown, to narrow it by. */
export function codesIn(list: CustomerList, name: 'country' | 'currency'): string[] {
  const found = list.pages.items.flatMap(({ billing }) => billing?.[name] ?? []);
  const all = [...found, ...list.state.filter(name)].sort();
  return all.filter((code, index) => all.indexOf(code) === index);
}

function concerns(
  organisationId: string,
  { op, resource, path, fields }: Change,
  sort: string,
): boolean {
  const isMoved = 'parentId' in fields;
  const isHere = path.includes(organisationId) || op === 'leave' || isMoved;
  if (!isHere) return false;
  if (resource === 'billing') return true;
  if (resource !== 'organisation') return false;
  const isSortedByTime = sort.endsWith('updatedAt');
  return structural.has(op) || isSortedByTime || moving.some((field) => field in fields);
}
