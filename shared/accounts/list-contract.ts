import type { z } from 'zod';
import { listQuery, Within } from '../core/list-query.ts';
import { OrganisationReference } from '../organisations/contract.ts';
import { AccountWithGrants } from './contract.ts';
import { accountList } from './list.ts';

/** An account as lists show it, with what was asked for by `columns`. */
export const ListedAccount = AccountWithGrants.extend({
  /** Its home. */
  organisation: OrganisationReference.optional(),
});
export type ListedAccount = z.infer<typeof ListedAccount>;

export const AccountQuery = listQuery(accountList).extend({ within: Within });
export type AccountQuery = z.infer<typeof AccountQuery>;

/** The same choice of accounts as a file. */
export const AccountExportQuery = AccountQuery.omit({ limit: true, cursor: true, count: true });
export type AccountExportQuery = z.infer<typeof AccountExportQuery>;
