import { words as accessWords } from '../../shared/access/words.ts';
import { createContext } from 'svelte';
import type { AuditedChange, AuditEntry } from '../../shared/audit/contract.ts';
import { isAction } from '../../shared/access/actions.ts';
import { isRole, roleTitle } from '../../shared/access/roles.ts';
import type { AuditWords } from '../core/audit-words.ts';
import { capitalised } from '../core/format.ts';
import { exactTime } from '../ui/relative-time.ts';
import { words } from './words.ts';

/** The names of records and deeds, for every part of a page of the audit. */
export const [getAuditWords, setAuditWords] = createContext<AuditWords>();

/** An entry, as far as its action is told by it. */
type Told = Pick<AuditEntry, 'action' | 'outcome'> & Partial<Pick<AuditEntry, 'changes'>>;

/**
 * What was done, in words: *Suspended an organisation*, or *Tried to suspend this organisation*.
 * Where the direction has words of its own, those: *Closed an organisation to the levels above*.
 */
export function deedWords(audited: AuditWords, entry: Told): string {
  const { action, outcome } = entry;
  if (outcome === 'denied' && isAction(action)) {
    return words.triedTo({ what: accessWords.actions[action] });
  }
  const { deeds } = audited;
  const [subject = '', verb = ''] = action.split('.');
  return (
    deeds[directionOf(deeds, entry) ?? action] ??
    words.unnamedDeed({ record: resourceWords(audited, subject), verb: inWords(verb) })
  );
}

/** The name of an action with what it set: *provider.edit enabled=true*. */
function directionOf(deeds: AuditWords['deeds'], { action, changes = [] }: Told) {
  return changes
    .filter(({ op }) => op === 'update')
    .flatMap(({ after }) => Object.entries(after))
    .map(([field, value]) => `${action} ${field}=${String(value)}`)
    .find((name) => Object.hasOwn(deeds, name));
}

export function resourceWords({ records }: AuditWords, resource: string): string {
  return records[resource] ?? capitalised(inWords(resource));
}

/** A field by its dotted name: *contact.email* → *Contact e-mail*. */
export function fieldWords(field: string): string {
  return own(words.fields, field) ?? capitalised(inWords(field));
}

/** One field of a change, as people read it. */
export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/** What a change did to each field that tells something; when it was changed stands above it. */
export function fieldChanges(
  { before, after, op }: AuditedChange,
  nameOf: (id: string) => string | undefined,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const say = (value: unknown) => valueWords(value, nameOf);
  return fields
    .filter((field) => field !== 'updatedAt' && field !== 'createdAt')
    .map((field) => ({
      field,
      before: op === 'create' ? undefined : say(before[field]),
      after: op === 'delete' ? undefined : say(after[field]),
    }))
    .filter((change) => op === 'update' || (change.before ?? change.after) !== words.none);
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value as people read it; an organisation's id by its name, where that is known here. */
export function valueWords(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (TIME.test(value)) return exactTime(Date.parse(value));
  if (isRole(value)) return roleTitle(value);
  return nameOf(value) ?? own(words.values, value) ?? value;
}

function inWords(name: string): string {
  return name
    .replaceAll('.', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
}

function own(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
