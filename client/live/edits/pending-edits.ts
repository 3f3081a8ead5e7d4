import {
  type Fields,
  flattenFields,
  isFields,
  mergeFields,
} from '../../../shared/core/merge-patch.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import type { Single } from '../records.ts';

/** One field of one record: what is saved, waits and is undone as one. */
export interface FieldOf {
  resource: Single;
  recordId: string;
  /** The name that presence knows it by, such as `contact.email` or `address`. */
  field: string;
}

/** An edit that the server has not confirmed. Never changed in place. */
export interface Edit extends FieldOf {
  /** The idempotency key too: the same over every retry. */
  id: string;
  /** What people call the field and the record, also when neither is on screen any more. */
  label: string;
  recordName: string;
  organisationId: string;
  patch: Fields;
  /** What `patch` replaces, in the same shape: what undoing it sets again. */
  before: Fields;
  /** The version that the person saw; `*` overwrites knowingly. */
  base: number | '*';
  /** When the person gave it, in milliseconds. */
  at: number;
  /**
   * `waiting` for its turn or for the server, `sending`; or it waits for the person: `old`, in
   * `conflict` with somebody else's value, or `refused`.
   */
  state: 'waiting' | 'sending' | 'old' | 'conflict' | 'refused';
  /** It was sent before, and perhaps carried out: from then on it goes out just as it is. */
  isSent: boolean;
  /** It sets back what an earlier edit changed. */
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

/** Whether it is on its way, and nothing is asked of the person. */
export function isOnItsWay({ state }: Edit): boolean {
  return state === 'waiting' || state === 'sending';
}

/** What was given so long ago may not be meant any more: it is asked about before it is sent. */
const ASK_AFTER = 24 * 60 * 60 * 1000;

/** The queue as it is to be sent now: what has become old meanwhile waits for the person's word. */
export function aged(queue: readonly Edit[], now: number): readonly Edit[] {
  const isOld = ({ state, at }: Edit): boolean => state === 'waiting' && now - at > ASK_AFTER;
  if (!queue.some(isOld)) return queue;
  return queue.map((edit) => (isOld(edit) ? { ...edit, state: 'old' } : edit));
}

/** What a record is shown with until the server confirms it; `undefined` where nothing waits. */
export function overlayOf(
  queue: readonly Edit[],
  record: Pick<FieldOf, 'resource' | 'recordId'>,
): Fields | undefined {
  return queue
    .filter((edit) => isSameRecord(edit, record) && isOnItsWay(edit))
    .reduce<Fields | undefined>((laid, { patch }) => mergeFields(laid ?? {}, patch), undefined);
}

/**
 * The queue with another edit. One of the same field that was not sent yet takes the new value and
 * keeps what it stands on; one that may have been carried out stays, and the new one follows it.
 * What waits for the person's word is settled by their new one.
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
 * The queue after one edit was taken in, as this version: what follows it in the same field stands
 * on that version, for its author has seen what it set.
 */
export function afterLanding(queue: readonly Edit[], landed: Edit, version: number): Edit[] {
  return queue
    .filter(({ id }) => id !== landed.id)
    .map((edit) => {
      const follows = isSameField(edit, landed) && !edit.isSent && edit.base !== '*';
      return follows ? { ...edit, base: version } : edit;
    });
}

/** The queue after an edit met with a problem. It is over where a newer one replaces all of it. */
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
  // It stands on what the failed one stood on: the person never saw anything newer.
  const heir = queue[next] as Edit;
  const base = heir.base === '*' ? heir.base : failed.base;
  const before = mergeFields(heir.before, partOf(failed.before, heir.before));
  return queue.with(next, { ...heir, base, before }).toSpliced(at, 1);
}

/**
 * How a person puts their value over the one it conflicts with: on the version that holds that
 * one, where it is known, and else knowingly over whatever is there.
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
 * Leaves by their dotted path in the shape of a patch that has them: the path alone does not say
 * where a name ends, for names hold dots too.
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
 * What a record holds where a patch would change it, in the shape of the patch; `blank` is what a
 * field counts as that the record does not have.
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

/** Whether a record holds just what a part of it held. */
export function holds(record: Fields, part: Fields, blank: unknown = null): boolean {
  return JSON.stringify(partOf(record, part, blank)) === JSON.stringify(part);
}
