import { isFields } from '../../../shared/core/merge-patch.ts';
import { Persisted, type Store } from '../../core/persisted.svelte.ts';
import type { Edit } from './pending-edits.ts';
import type { RecordTypes } from '../records.ts';

const states = ['waiting', 'sending', 'old', 'conflict', 'refused'];

/**
 * The unconfirmed edits of one person in this tab, stored over a reload. They are keyed by account:
 * another person who signs in here can neither see nor send them.
 */
export function storedEdits(
  accountId: string,
  store: () => Store,
  types: RecordTypes,
): Persisted<readonly Edit[]> {
  const none: readonly Edit[] = [];
  const areEdits = (value: unknown): boolean =>
    Array.isArray(value) && value.every((each) => isEdit(each, types));
  return new Persisted(`edits:${accountId}`, none, areEdits, store);
}

/** The edits after a reload: one in flight is sent again, since its outcome is unknown. */
export function resumed(edits: readonly Edit[]): Edit[] {
  return edits.map((edit) => (edit.state === 'sending' ? { ...edit, state: 'waiting' } : edit));
}

function isEdit(value: unknown, types: RecordTypes): boolean {
  if (!isFields(value)) return false;
  const texts = ['id', 'recordId', 'field', 'label', 'recordName', 'organisationId'];
  const { resource, base, at, state, patch, before, isSent, isUndo, problem } = value;
  return (
    texts.every((name) => typeof value[name] === 'string') &&
    typeof resource === 'string' &&
    types.isSingle(resource) &&
    (base === '*' || Number.isInteger(base)) &&
    Number.isFinite(at) &&
    states.includes(state as string) &&
    isFields(patch) &&
    isFields(before) &&
    typeof isSent === 'boolean' &&
    typeof isUndo === 'boolean' &&
    (problem === undefined || isFields(problem))
  );
}
