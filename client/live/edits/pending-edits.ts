import {
  type Fields,
  flattenFields,
  isFields,
  mergeFields,
} from '../../../shared/core/merge-patch.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import type { Single } from '../records.ts';

/** One field of one record: the unit of saving, queueing and undoing. */
export interface FieldOf {
  resource: Single;
  recordId: string;
  /** The field's name in presence, such as `contact.email` or `address`. */
  field: string;
}

/** An edit that the server has not confirmed. Never changed in place. */
export interface Edit extends FieldOf {
  /** The id is also the idempotency key, the same over every retry. */
  id: string;
  /** The labels of the field and the record, for when neither is on screen. */
  label: string;
  recordName: string;
  organisationId: string;
  patch: Fields;
  /** What `patch` replaces, in the same shape: what undoing it sets again. */
  before: Fields;
  /** The version that the person saw; `*` overwrites knowingly. */
  base: number | '*';
  /** When the person made the edit, in milliseconds. */
  at: number;
  /**
   * The edit is `waiting` for its turn or the server, or `sending`; or it waits for the person:
   * `old`, in `conflict` with somebody else's value, or `refused`.
   */
  state: 'waiting' | 'sending' | 'old' | 'conflict' | 'refused';
  /** Whether it was sent, and perhaps carried out: from then on it must not change. */
  isSent: boolean;
  /** Whether it undoes an earlier edit. */
  isUndo: boolean;
  /** Why it was refused, or what it conflicts with. */
  problem: Problem | undefined;
}

export function isSameField(one: FieldOf, other: FieldOf): boolean {
  return isSameRecord(one, other) && one.field === other.field;
}

export function isSameRecord(
  one: Pick<FieldOf, 'resource' | 'recordId'>,
  other: Pick<FieldOf, 'resource' | 'recordId'>,
): boolean {
  return one.resource === other.resource && one.recordId === other.recordId;
}

/** Whether it is being sent or queued, and needs nothing from the person. */
export function isOnItsWay({ state }: Edit): boolean {
  return state === 'waiting' || state === 'sending';
}

/** The age at which an edit may no longer be wanted: the person is asked before it is sent. */
const ASK_AFTER = 24 * 60 * 60 * 1000;

/** The queue with edits that are too old marked, to wait for the person's confirmation. */
export function aged(queue: readonly Edit[], now: number): readonly Edit[] {
  const isOld = ({ state, at }: Edit): boolean => state === 'waiting' && now - at > ASK_AFTER;
  if (!queue.some(isOld)) return queue;
  return queue.map((edit) => (isOld(edit) ? { ...edit, state: 'old' } : edit));
}

/** The overlay of a record: its pending edits; `undefined` for none. */
export function overlayOf(
  queue: readonly Edit[],
  record: Pick<FieldOf, 'resource' | 'recordId'>,
): Fields | undefined {
  return queue
    .filter((edit) => isSameRecord(edit, record) && isOnItsWay(edit))
    .reduce<Fields | undefined>((laid, { patch }) => mergeFields(laid ?? {}, patch), undefined);
}

/**
 * The queue with another edit. An unsent edit of the same field takes the new value and keeps its
 * base; one that may have been carried out stays, and the new one follows it. An edit that waits
 * for the person is replaced by the new one.
 */
export function withEdit(queue: readonly Edit[], added: Edit): Edit[] {
  const rest = queue.filter((edit) => !isSameField(edit, added) || isOnItsWay(edit));
  const earlier = rest.findLast((edit) => isSameField(edit, added));
  if (!earlier) return [...rest, added];
  if (earlier.isSent) return [...rest, added];
  const merged: Edit = {
    ...added,
    id: earlier.id,
    base: earlier.base,
    patch: mergeFields(earlier.patch, added.patch),
    before: mergeFields(added.before, earlier.before),
  };
  return rest.map((edit) => (edit === earlier ? merged : edit));
}

/**
 * The queue after an edit was saved as this version. Later edits of the same field are based on
 * that version, since their author has seen its value.
 */
export function afterLanding(queue: readonly Edit[], landed: Edit, version: number): Edit[] {
  return queue
    .filter(({ id }) => id !== landed.id)
    .map((edit) => {
      const follows = isSameField(edit, landed) && !edit.isSent && edit.base !== '*';
      return follows ? { ...edit, base: version } : edit;
    });
}

/** The queue after an edit failed; the edit is dropped where a newer one replaces all of it. */
export function afterProblem(
  queue: readonly Edit[],
  { id }: Edit,
  state: 'conflict' | 'refused',
  problem: Problem,
): Edit[] {
  const at = queue.findIndex((edit) => edit.id === id);
  const failed = queue[at];
  if (!failed) return [...queue];
  const next = queue.findIndex((edit, index) => index > at && replaces(edit, failed));
  if (next < 0) return queue.with(at, { ...failed, state, problem });
  // The newer edit inherits the failed one's base: the person never saw a later version.
  const heir = queue[next] as Edit;
  const base = heir.base === '*' ? heir.base : failed.base;
  const before = mergeFields(heir.before, partOf(failed.before, heir.before));
  return queue.with(next, { ...heir, base, before }).toSpliced(at, 1);
}

/**
 * The base and former values with which a person's value overwrites a conflicting one: on the
 * version that holds it, where that is known, and else on any version.
 */
export function over(
  edit: Edit,
  record: (Fields & { version: number }) | undefined,
  blank: unknown,
) {
  const theirs = Object.fromEntries(
    (edit.problem?.conflicts ?? []).map((conflict) => [conflict.field, conflict.theirs]),
  );
  const shape = shapedLike(edit.patch, theirs);
  const isKnown = record !== undefined && holds(record, shape, blank);
  const base: number | '*' = isKnown ? record.version : '*';
  return { base, before: partOf(mergeFields(record ?? edit.before, shape), edit.patch, blank) };
}

/**
 * The values by dotted path, put into the shape of the patch that has these paths: a path alone is
 * ambiguous, since names may contain dots.
 */
function shapedLike(patch: Fields, leaves: Fields, prefix = ''): Fields {
  const shaped: Fields = {};
  for (const [name, value] of Object.entries(patch)) {
    const path = `${prefix}${name}`;
    if (isFields(value)) shaped[name] = shapedLike(value, leaves, `${path}.`);
    else if (path in leaves) shaped[name] = leaves[path];
  }
  return shaped;
}

/** Whether an edit sets all that an earlier one of its field set. */
function replaces(edit: Edit, earlier: Edit): boolean {
  const set = flattenFields(edit.patch);
  return (
    isSameField(edit, earlier) &&
    Object.keys(flattenFields(earlier.patch)).every((name) => name in set)
  );
}

/**
 * The values of a record that a patch would change, in the shape of the patch; `blank` stands for a
 * field that the record lacks.
 */
export function partOf(record: Fields, patch: Fields, blank: unknown = null): Fields {
  return Object.fromEntries(
    Object.entries(patch).map(([name, value]) => {
      const held = record[name];
      if (isFields(value)) return [name, partOf(isFields(held) ? held : {}, value, blank)];
      return [name, held ?? blank];
    }),
  );
}

/** Whether a record holds exactly the values of a part. */
export function holds(record: Fields, part: Fields, blank: unknown = null): boolean {
  return JSON.stringify(partOf(record, part, blank)) === JSON.stringify(part);
}
