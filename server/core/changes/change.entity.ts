import { defineEntity, p } from '@mikro-orm/core';
import type { Topic } from '../../../shared/access/actions.ts';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { RecordName } from './publication.ts';

const ChangeRowSchema = defineEntity({
  name: 'ChangeRow',
  tableName: 'changes',
  properties: {
    seq: p.bigint('number').primary().autoincrement(),
    commit: p.uuid(),
    at: p.datetime(3),
    actorId: p.string(),
    actorName: p.string(),
    action: p.string(),
    /** `null` for records that only the server itself follows (sessions). */
    topic: p.string().$type<Topic>().strictNullable(),
    resource: p.string().$type<RecordName>(),
    recordId: p.string(),
    /** `null` with the topic: what belongs to no organisation. */
    organisationId: p.uuid().strictNullable().index(),
    /** The ids from the platform to the organisation, joined by `/`. */
    path: p.text(),
    /** The path before a move; `null` otherwise. */
    pathBefore: p.text().strictNullable(),
    op: p.string().$type<'create' | 'update' | 'delete'>(),
    version: p.integer(),
    /** The public fields that changed, nested; all of them for a creation. */
    fields: p.json().$type<Fields>(),
    /** Those fields as they were before an update; `null` otherwise. */
    former: p.json().$type<Fields>().strictNullable(),
    /** The whole public record, kept only of moves (for new readers) and deletions (for the server). */
    record: p.json().$type<Fields>().strictNullable(),
  },
  indexes: [{ properties: ['resource', 'recordId', 'version'] }],
});

/**
 * A row of the change log: what a committed transaction changed of one record. The log is the
 * bus, the resume buffer, the merge base and the activity feed; `seq` order is commit order.
 */
export class ChangeRow extends ChangeRowSchema.class {}
ChangeRowSchema.setClass(ChangeRow);

const LogStateSchema = defineEntity({
  name: 'LogState',
  tableName: 'log_state',
  properties: {
    id: p.integer().primary().autoincrement(false),
    epoch: p.uuid(),
    /** Everything up to this number may have been pruned. */
    floor: p.bigint('number'),
  },
});

/** The log's one-row state: its epoch, and how far it was pruned. */
export class LogState extends LogStateSchema.class {}
LogStateSchema.setClass(LogState);
