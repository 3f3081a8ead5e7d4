import type {
  ChildrenExportQuery,
  ListedOrganisation,
} from '../../../shared/organisations/list-contract.ts';
import { columnsOf, type FileFormat } from '../../../shared/core/list.ts';
import { organisationList } from '../../../shared/organisations/list.ts';
import type { Work } from '../../core/db/work.ts';
import { type Cells, EXPORT_PAGE, exportList } from '../../core/lists/export-list.ts';
import type { Attachment } from '../../core/http/attachment.ts';
import { listChildren } from './list-organisations.ts';
import { requirePlace } from '../require-organisation.ts';

/**
 * The list of what stands below an organisation, whole, as a file. The export is on record before
 * its first line; each page is read with the rights that the reader has then.
 */
export async function exportChildren(
  work: Work,
  id: string,
  query: ChildrenExportQuery,
  format: FileFormat,
): Promise<Attachment> {
  await work.transaction('organisation.export', async (tx) => {
    tx.at(await requirePlace(tx, id, 'directory.view'));
    tx.notes['filter'] = query;
    tx.notes['format'] = format;
  });
  return exportList(work.clock, {
    format,
    name: 'customers',
    cells,
    columns: query.columns,
    read: (cursor) =>
      listChildren(work, id, {
        ...query,
        ...EXPORT_PAGE,
        columns: columnsOf(organisationList),
        cursor,
      }),
  });
}

const cells: Cells<ListedOrganisation> = {
  name: ({ displayName }) => displayName,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  managementMode: ({ managementMode }) => managementMode,
  parent: ({ path }) => path.at(-2)?.displayName ?? null,
  externalId: ({ externalId }) => externalId,
  contact: ({ billing }) => billing?.contact.name ?? null,
  country: ({ billing }) => billing?.country ?? null,
  currency: ({ billing }) => billing?.currency ?? null,
  childCount: ({ childCount }) => childCount,
  createdAt: ({ createdAt }) => new Date(createdAt),
  updatedAt: ({ updatedAt }) => new Date(updatedAt),
};
