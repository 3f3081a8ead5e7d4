import { defineEntity, type EntityManager, p } from '@mikro-orm/core';
import type { ManagementMode, OrganisationStatus } from '../../shared/organisations/contract.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { childPath, isWithin } from '../../shared/organisations/path.ts';
import { nameColumns } from '../core/db/name-columns.ts';
import { timeOf } from '../core/db/updated-at.ts';

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
    /** When it was decided who manages it; until then it is as it was created. */
    modeChosenAt: p.datetime(3).strictNullable(),
    lockedAt: p.uuid().strictNullable(),
    /** Who suspended it, when and why, as far as it was said; nothing while it is active. */
    suspendedBy: p.string().nullable(),
    suspendedOn: p.datetime(3).nullable(),
    suspendReason: p.string().length(500).nullable(),
    /** The same of its lock. */
    lockedBy: p.string().nullable(),
    lockedOn: p.datetime(3).nullable(),
    lockReason: p.string().length(500).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3).onCreate(timeOf).onUpdate(timeOfOwnChange),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['parentId', 'sortName', 'id'] },
    { properties: ['sortName', 'id'] },
    { properties: ['createdAt', 'id'] },
    { properties: ['updatedAt', 'id'] },
    { properties: ['kind', 'path'] },
    { properties: ['status', 'path'] },
  ],
  uniques: [{ properties: ['parentId', 'externalId'] }],
});

/** What is looked at of an organisation to say whether it changed itself. */
interface Placed {
  path: string;
  parentId: string | null;
  updatedAt: Date;
}

/** What comes along with a level above that moves has changed in nothing of its own. */
function timeOfOwnChange(organisation: Placed, em: EntityManager): Date {
  const before = em.getUnitOfWork().getOriginalEntityData(organisation);
  const { path, parentId, updatedAt } = organisation;
  const comesAlong = before?.path !== path && before?.parentId === parentId;
  return comesAlong ? updatedAt : timeOf(organisation, em);
}

/** Who does something to it, when, and why. */
export interface Cause {
  by: string;
  on: Date;
  reason: string | null;
}

/** What a lock leaves where it ends. */
export const unlocked = { lockedAt: null, lockedBy: null, lockedOn: null, lockReason: null };

/** A node of the tree. Its `path` makes scope a string comparison. */
export class Organisation extends OrganisationSchema.class {
  rename(displayName: string): void {
    Object.assign(this, { displayName, ...nameColumns(displayName) });
  }

  suspend({ by, on, reason }: Cause): void {
    if (this.status === 'suspended') return;
    Object.assign(this, { status: 'suspended', suspendedBy: by, suspendedOn: on });
    this.suspendReason = reason;
  }

  activate(): void {
    if (this.status === 'active') return;
    this.status = 'active';
    Object.assign(this, { suspendedBy: null, suspendedOn: null, suspendReason: null });
  }

  lock(level: string, { by, on, reason }: Cause): void {
    if (this.lockedAt === level) return;
    Object.assign(this, { lockedAt: level, lockedBy: by, lockedOn: on, lockReason: reason });
  }

  unlock(): void {
    if (this.lockedAt !== null) Object.assign(this, unlocked);
  }

  /** The organisation takes its place below `parent`; the caller moves what stands below along. */
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
