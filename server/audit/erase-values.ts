import { ERASED } from '../../shared/audit/erased.ts';
import { emailKey } from '../../shared/core/email.ts';
import { type Fields, isFields } from '../../shared/core/merge-patch.ts';

/** The person whose values are to go: every address and name that the audit knows them by. */
export interface Erasable {
  accountId: string;
  emails: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

interface Change extends Fields {
  resource: string;
  id: string;
  before: Fields;
  after: Fields;
}

/** The fields that tell of whoever a record belongs to. */
const personalFields = ['email', 'displayName', 'address', 'userAgent', 'subject'];

/**
 * The details of an audit record without what tells who the person is; the same details where
 * there was nothing. Ids stay: they mean nothing once the account is gone.
 */
export function withoutPerson(person: Erasable, actorId: string, details: Fields): Fields {
  const { changes, ...rest } = details;
  const isDoer = actorId === person.accountId || isEmailOf(person, rest['email']);
  const noted = mapStrings(rest, (text) => (isEmailOf(person, text) ? ERASED : text)) as Fields;
  for (const field of isDoer ? ['actor', 'address', 'userAgent'] : []) {
    if (noted[field]) noted[field] = ERASED;
  }
  const cleaned = (changes as Change[]).map((change) => withoutIn(person, change));
  return { ...noted, changes: cleaned };
}

function withoutIn(person: Erasable, change: Change): Change {
  const { resource, id, before, after } = change;
  const isOwn =
    (resource === 'account' && id === person.accountId) ||
    [before, after].some((leaves) => leaves['accountId'] === person.accountId);
  const clean = (leaves: Fields): Fields =>
    Object.fromEntries(
      Object.entries(leaves).map(([field, value]) => [
        field,
        isToGo(person, leaves, field, isOwn) ? erased(value) : value,
      ]),
    );
  return { ...change, before: clean(before), after: clean(after) };
}

function isToGo(person: Erasable, leaves: Fields, field: string, isOwn: boolean): boolean {
  const value = leaves[field];
  if (isEmailOf(person, value) || namesWithin(person, value)) return true;
  if (isOwn) return personalFields.includes(field);
  const group = /^(.*\.)?contact\./.exec(field)?.[0];
  if (group === undefined) return false;
  // a contact is named in three fields, which are not always changed together
  const isTheirs = isEmailOf(person, leaves[`${group}email`]);
  return isTheirs || (field === `${group}name` && person.names.has(String(value)));
}

/** Whether a value of several parts, such as a message with its parameters, is about the person. */
function namesWithin({ accountId, names }: Erasable, value: unknown): boolean {
  if (!isFields(value)) return false;
  let isAbout = false;
  mapStrings(value, (text) => {
    isAbout ||= text === accountId || names.has(text);
    return text;
  });
  return isAbout;
}

function isEmailOf({ emails }: Erasable, value: unknown): boolean {
  return typeof value === 'string' && emails.has(emailKey(value));
}

function erased(value: unknown): unknown {
  return value === null || value === '' ? value : ERASED;
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, change));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, mapStrings(part, change)]),
  );
}
