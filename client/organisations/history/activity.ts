import { type Fields, flattenFields } from '../../../shared/core/merge-patch.ts';
import type { Activity } from '../../../shared/live/contract.ts';
import {
  type Sentences,
  type Subjects,
  type Tell,
  textOf,
  type Told,
} from '../../core/activity.ts';
import { formatList } from '../../core/format.ts';
import { words } from './words.ts';

/** How changes of the tree, of billing profiles and settings read in the feed. */
export const organisationSentences = {
  organisation: aboutOrganisation,
  billing: (activity, tell) => (activity.op === 'update' ? aboutFields(activity, tell) : undefined),
  settings: ({ op }, tell) => (op === 'update' ? tell(words.feed.changedSettings) : undefined),
} satisfies Sentences;

function aboutOrganisation(activity: Activity, tell: Tell): Told | undefined {
  const { op, action, fields, was } = activity;
  const { feed } = words;
  if (op === 'create') {
    if (action === 'organisation.restore') return tell(feed.restored);
    const kind = textOf(fields['kind']) ?? '';
    return Object.hasOwn(feed.created, kind)
      ? tell(feed.created[kind as keyof typeof feed.created])
      : undefined;
  }
  if (op === 'delete') return tell(feed.deleted);
  if (op === 'leave') return tell(feed.movedAway);
  if (action === 'organisation.move') return 'parentId' in fields ? tell(feed.moved) : undefined;
  if ('status' in fields) {
    if (fields['status'] !== 'suspended') return tell(feed.activated);
    return because(fields['suspendReason'], tell, feed.suspended, feed.suspendedBecause);
  }
  if ('managementMode' in fields) {
    return tell(fields['managementMode'] === 'self-managed' ? feed.closed : feed.opened);
  }
  if ('lockedAt' in fields) {
    if (fields['lockedAt'] === null) return tell(feed.unlocked);
    return because(fields['lockReason'], tell, feed.locked, feed.lockedBecause);
  }
  return typeof fields['displayName'] === 'string'
    ? renamed(fields, textOf(was?.['displayName']), tell)
    : aboutFields(activity, tell);
}

type Plain = Parameters<Tell>[0];

/** With the reason, where one was said. */
function because(
  reason: unknown,
  tell: Tell,
  plain: Plain,
  reasoned: (told: Subjects & { reason: string }) => ReturnType<Plain>,
): Told {
  return typeof reason === 'string'
    ? tell((subjects) => reasoned({ ...subjects, reason }))
    : tell(plain);
}

function renamed(fields: Fields, was: string | undefined, tell: Tell): Told {
  const { feed } = words;
  const more = formatList(namesOf({ ...fields, displayName: undefined }));
  if (was === undefined) {
    return more === ''
      ? tell(feed.renamedTo)
      : tell((subjects) => feed.renamedToAndChanged({ ...subjects, fields: more }));
  }
  return more === ''
    ? tell((subjects) => feed.renamed({ ...subjects, was }))
    : tell((subjects) => feed.renamedAndChanged({ ...subjects, was, fields: more }));
}

/** One short field by what it was and is; several by their names. */
function aboutFields({ fields, was = {} }: Activity, tell: Tell): Told | undefined {
  const { feed } = words;
  const names = namesOf(fields);
  const [field] = names;
  if (field === undefined) return undefined;
  const [before, after] = [valueOf(was), valueOf(fields)];
  return names.length === 1 && before !== undefined && after !== undefined
    ? tell((subjects) => feed.changedOne({ ...subjects, field, was: before, is: after }))
    : tell((subjects) => feed.changed({ ...subjects, fields: formatList(names) }));
}

const LONGEST_VALUE = 60;

/** What the only changed field holds, where that fits into a line. */
function valueOf(fields: Fields): string | undefined {
  const values = Object.entries(flattenFields(fields)).filter(([name]) => name !== 'updatedAt');
  const [value, ...others] = values.map(([, each]) => textOf(each));
  const fits = others.length === 0 && value !== undefined && value !== '';
  return fits && value.length <= LONGEST_VALUE && !value.includes('\n') ? value : undefined;
}

/** The changed fields in words; an address counts as one. */
function namesOf(fields: Fields): string[] {
  const names = Object.keys(flattenFields(fields))
    .map((name) => (name.startsWith('address.') ? 'address' : name))
    .filter((name) => Object.hasOwn(words.fields, name));
  return [...new Set(names)].map((name) => words.fields[name as keyof typeof words.fields]);
}
