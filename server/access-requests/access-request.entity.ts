import { defineEntity, p } from '@mikro-orm/core';
import type { AccessKind } from '../../shared/access/contract.ts';
import type { AccessRequestStatus } from '../../shared/access-requests/contract.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Person } from '../core/db/person.ts';

const AccessRequestSchema = defineEntity({
  name: 'AccessRequest',
  tableName: 'access_requests',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<AccessKind>(),
    accountId: p.uuid().index(),
    accountName: p.string(),
    organisationId: p.uuid().index(),
    role: p.string().$type<Role>(),
    reason: p.text(),
    hours: p.integer(),
    status: p.string().$type<AccessRequestStatus>().index(),
    createdAt: p.datetime(3),
    decidedById: p.uuid().strictNullable(),
    decidedByName: p.string().strictNullable(),
    decidedAt: p.datetime(3).strictNullable(),
    answer: p.text().strictNullable(),
    expiresAt: p.datetime(3).strictNullable(),
    endedById: p.uuid().strictNullable(),
    endedByName: p.string().strictNullable(),
    endedAt: p.datetime(3).strictNullable(),
    /** How many days before the end the last reminder was sent. */
    remindedDays: p.integer().strictNullable(),
    version: p.integer().version(),
  },
  uniques: [
    {
      name: 'access_requests_pending_unique',
      properties: ['accountId', 'organisationId'],
      where: "status = 'pending'",
    },
  ],
});

/** Who did something to a request. */
type Somebody = Pick<Person, 'accountId' | 'displayName'>;

/** Access through a barrier for a time, from asking to its end; what opens it is a grant. */
export class AccessRequest extends AccessRequestSchema.class {
  /** Answered from inside. */
  decide(status: 'approved' | 'refused', by: Somebody, at: Date): void {
    this.status = status;
    this.decidedById = by.accountId;
    this.decidedByName = by.displayName;
    this.decidedAt = at;
  }

  /** Over: by somebody, or where nobody is named by time. */
  close(at: Date, by: Somebody | null): void {
    const isByTime = by === null || (this.expiresAt !== null && this.expiresAt <= at);
    this.status = isByTime ? 'expired' : 'ended';
    this.endedById = isByTime ? null : by.accountId;
    this.endedByName = isByTime ? null : by.displayName;
    this.endedAt = at;
  }
}
AccessRequestSchema.setClass(AccessRequest);
