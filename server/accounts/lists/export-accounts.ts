import { accountList } from '../../../shared/accounts/list.ts';
import type { AccountExportQuery, ListedAccount } from '../../../shared/accounts/list-contract.ts';
import { columnsOf, type FileFormat } from '../../../shared/core/list.ts';
import type { Work } from '../../core/db/work.ts';
import type { Attachment } from '../../core/http/attachment.ts';
import { type Cells, EXPORT_PAGE, exportList } from '../../core/lists/export-list.ts';
import { requirePlace } from '../../organisations/require-organisation.ts';
import { listAccounts } from './list-accounts.ts';

/**
 * The list of accounts, whole, as a file. The export is on record before its first line; each page
 * is read with the rights that the reader has then.
 */
export async function exportAccounts(
  work: Work,
  id: string,
  query: AccountExportQuery,
  format: FileFormat,
): Promise<Attachment> {
  await work.transaction('account.export', async (tx) => {
    tx.at(await requirePlace(tx, id, 'accounts.view'));
    tx.notes['filter'] = query;
    tx.notes['format'] = format;
  });
  const columns = columnsOf(accountList);
  return exportList(work.clock, {
    format,
    name: 'accounts',
    cells,
    columns: query.columns,
    read: (cursor) => listAccounts(work, id, { ...query, ...EXPORT_PAGE, columns, cursor }),
  });
}

const cells: Cells<ListedAccount> = {
  name: ({ displayName }) => displayName,
  email: ({ email }) => email,
  type: ({ type }) => type,
  status: ({ status }) => status,
  organisation: ({ organisation }) => organisation?.displayName ?? null,
  roles: ({ grants }) =>
    grants.map(({ role, organisation }) => `${role}: ${organisation.displayName}`).join('; '),
  hasSecondFactor: ({ hasSecondFactor }) => hasSecondFactor,
  lastSignInAt: ({ lastSignInAt }) => lastSignInAt && new Date(lastSignInAt),
  createdAt: ({ createdAt }) => new Date(createdAt),
  updatedAt: ({ updatedAt }) => new Date(updatedAt),
};
