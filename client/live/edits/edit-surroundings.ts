import type { Api } from '../../core/api.ts';
import type { Store } from '../../core/persisted.svelte.ts';
import type { Session } from '../../core/session.svelte.ts';
import type { Reader } from '../reader.ts';
import type { RecordTypes } from '../records.ts';
import type { LiveStore } from '../store/store.svelte.ts';
import type { Tabs } from './edit-queue.svelte.ts';
import { type Edit, type FieldOf, holds } from './pending-edits.ts';

/** The dependencies of the edits. */
export interface EditSurroundings {
  api: Api;
  store: LiveStore;
  types: RecordTypes;
  reader: Reader;
  session: Session;
  /** Whether the connection is known to be down. */
  isOffline: () => boolean;
  /** The storage that keeps pending edits over a reload. */
  storage: () => Store;
  tabs?: Tabs | undefined;
}

/**
 * The version on which a conflicting edit can be sent again, if its field holds again what the
 * person saw. For that, the record is read anew.
 */
export async function untouchedVersion(
  { resource, recordId, before }: Edit,
  { reader, store, types }: Pick<EditSurroundings, 'reader' | 'store' | 'types'>,
): Promise<number | undefined> {
  try {
    await reader.record(resource, recordId);
  } catch {
    return undefined; // The problem says what it has to be decided by.
  }
  const fresh = store.confirmed(resource, recordId);
  const isSame = fresh && holds(fresh, before, types.of(resource).blank);
  return isSame ? fresh.version : undefined;
}

/** Whose record it is, and what it is called, for when it is not on screen. */
export function whereabouts(
  { resource, recordId }: FieldOf,
  { store, types }: Pick<EditSurroundings, 'store' | 'types'>,
): Pick<Edit, 'organisationId' | 'recordName'> {
  const { organisationOf, nameOf } = types.of(resource);
  const record = store.confirmed(resource, recordId);
  const organisationId = record ? organisationOf(record) : recordId;
  const own = record ? nameOf(record) : '';
  const recordName = own === '' ? (store.mention(organisationId)?.displayName ?? '') : own;
  return { organisationId, recordName };
}
