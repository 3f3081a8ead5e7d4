import { defineEntity, p } from '@mikro-orm/core';
import type { ManagementMode, OrganisationStatus } from '../../shared/organisations/contract.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { childPath, isWithin } from '../../shared/organisations/path.ts';
import { nameColumns } from '../core/db/name-columns.ts';

const OrganisationSchema = defineEntity({
  name: 'Organisation',
  tableName: 'organisations',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<OrganisationKind>(),
    parentId: p.uuid().strictNullable(),
    /** What every scope check compares; see `shared/organisations/path.ts`. */
    path: p.text().index(),
    displayName: p.string(),
    /** What lists are ordered by, compared byte by byte, alike on both databases and on the page. */
    sortName: p.text(),
    /** What searches look into: the name, folded. */
    searchText: p.text().default(''),
    description: p.text(),
    externalId: p.string().length(256).strictNullable(),
    status: p.string().$type<OrganisationStatus>(),
    managementMode: p.string().$type<ManagementMode>(),
    lockedAt: p.uuid().strictNullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['parentId', 'sortName', 'id'] },
    { properties: ['sortName', 'id'] },
    { properties: ['createdAt', 'id'] },
    { properties: ['status'] },
  ],
  uniques: [{ properties: ['parentId', 'externalId'] }],
});

/** A node of the tree. Its `path` makes scope a string comparison. */
export class Organisation extends OrganisationSchema.class {
  rename(displayName: string): void {
    Object.assign(this, { displayName, ...nameColumns(displayName) });
  }

  /** Takes its place below `parent`; the caller moves what stands below along. */
  placeUnder(parent: Pick<Organisation, 'id' | 'path'>): void {
    this.parentId = parent.id;
    this.path = childPath(parent.path, this.id);
  }

  /** Whether `other` is this organisation or stands below it. */
  contains(other: Pick<Organisation, 'path'>): boolean {
    return isWithin(other.path, this.path);
  }
}
OrganisationSchema.setClass(Organisation);
