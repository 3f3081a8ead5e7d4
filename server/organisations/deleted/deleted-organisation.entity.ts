import { defineEntity, p } from '@mikro-orm/core';
import type { OrganisationKind } from '../../../shared/organisations/hierarchy.ts';
import type { KeptRows } from '../../core/db/keep-rows.ts';

const DeletedOrganisationSchema = defineEntity({
  name: 'DeletedOrganisation',
  tableName: 'deleted_organisations',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<OrganisationKind>(),
    displayName: p.string(),
    searchText: p.text(),
    parentId: p.uuid().index(),
    /** The way to where it stood; it moves along with what is left of it. */
    parentPath: p.text().index(),
    deletedById: p.string(),
    deletedByName: p.string(),
    deletedAt: p.datetime(3).index(),
    /** All that went with it and can come back, by what keeps it. */
    kept: p.json().$type<Record<string, KeptRows>>().lazy(),
  },
});

/**
 * An organisation that was deleted, for as long as it can be restored. It lies in a table of its
 * own, so that no list, search or check has to leave it out.
 */
export class DeletedOrganisation extends DeletedOrganisationSchema.class {}
DeletedOrganisationSchema.setClass(DeletedOrganisation);
