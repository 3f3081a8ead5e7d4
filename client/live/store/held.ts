import { flattenFields } from '../../../shared/core/merge-patch.ts';
import type { Change } from '../../../shared/live/contract.ts';
import type { LiveRecord, Resource } from '../records.ts';

/** The last change of a field, as far as this session saw it. */
export interface Touch {
  accountId: string;
  displayName: string;
  /** When it arrived here, in milliseconds. */
  at: number;
}

/** The trace of a record that was deleted or went out of sight. */
export interface Tombstone {
  seq: number;
  op: 'delete' | 'leave';
  name: string;
  by: { id: string; displayName: string };
  at: string;
}

/** A record in the store. */
export interface Held {
  resource: Resource;
  record: LiveRecord;
  /** The record with pending edits applied; the record itself where there are none. */
  shown: LiveRecord;
  /** The log's number that this record is at least as new as. */
  seq: number;
  touched: Readonly<Record<string, Touch>>;
}

export const keyOf = (resource: Resource, id: string): string => `${resource}:${id}`;

export function touchedBy(change: Change, held: Held | undefined): Held['touched'] {
  if (change.op !== 'update') return held?.touched ?? {};
  const touch = {
    accountId: change.actor.id,
    displayName: change.actor.displayName,
    at: Date.now(),
  };
  const fields = Object.keys(flattenFields(change.fields));
  return { ...held?.touched, ...Object.fromEntries(fields.map((field) => [field, touch])) };
}

/** Whether two views of a record are equal, including fields that the server derived. */
export function sameContent(one: LiveRecord, other: LiveRecord): boolean {
  return one.version === other.version && JSON.stringify(one) === JSON.stringify(other);
}
