import { z } from 'zod';
import { listQuery, Within } from '../core/list-query.ts';
import { Organisation } from './contract.ts';
import { organisationList } from './list.ts';

/** An organisation as lists show it, with what was asked for by `columns`. */
export const ListedOrganisation = Organisation.extend({
  /** `null` where it has no billing profile. */
  billing: z
    .object({
      contact: z.object({ name: z.string(), email: z.string() }),
      country: z.string(),
      currency: z.string(),
    })
    .nullable()
    .optional(),
});
export type ListedOrganisation = z.infer<typeof ListedOrganisation>;

/** The query of all organisations in scope. */
export const OrganisationQuery = listQuery(organisationList);
export type OrganisationQuery = z.infer<typeof OrganisationQuery>;

/** The query of those below one organisation. */
export const ChildrenQuery = OrganisationQuery.extend({ within: Within });
export type ChildrenQuery = z.infer<typeof ChildrenQuery>;

/** The same choice of organisations as a file. */
export const ChildrenExportQuery = ChildrenQuery.omit({ limit: true, cursor: true, count: true });
export type ChildrenExportQuery = z.infer<typeof ChildrenExportQuery>;
