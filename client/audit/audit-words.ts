import type { AuditedChange, AuditEntry } from '../../shared/audit/contract.ts';
import { isAction, ruleOf } from '../../shared/access/actions.ts';
import { type Role, roles, roleTitle } from '../../shared/access/roles.ts';
import { capitalised } from '../core/format.ts';
import { exactTime } from '../ui/relative-time.ts';

const deeds: Record<string, string> = {
  'account.askPasswordReset': 'Asked for a link to another password',
  'account.changePassword': 'Changed their password',
  'account.addMachine': 'Added a machine account',
  'account.edit': 'Changed an account',
  'account.invite': 'Invited somebody',
  'account.issueInvitationLink': 'Copied the link of an invitation',
  'account.lock': 'Locked an account after failed sign-ins',
  'account.resetMfa': 'Removed somebody’s second factors',
  'account.unlock': 'Unlocked an account',
  'audit.erase': 'Erased personal values from the audit',
  'audit.export': 'Exported the audit',
  'audit.leaveOut': 'Left out attempts of strangers that were too many',
  'audit.mark': 'Marked refused reads that no person attempted',
  'audit.prune': 'Let go of records after their retention',
  'billing.edit': 'Changed a billing profile',
  'grant.change': 'Changed a role',
  'grant.give': 'Gave a role',
  'grant.revoke': 'Took a role away',
  'invitation.accept': 'Accepted an invitation',
  'organisation.activate': 'Activated an organisation',
  'organisation.create': 'Created an organisation',
  'organisation.delete': 'Deleted an organisation',
  'organisation.erase': 'Let go of what was deleted',
  'organisation.edit': 'Changed an organisation',
  'organisation.lock': 'Locked an organisation',
  'organisation.move': 'Moved an organisation',
  'organisation.restore': 'Restored an organisation',
  'organisation.setManagementMode': 'Opened or closed the barrier',
  'organisation.suspend': 'Suspended an organisation',
  'organisation.unlock': 'Unlocked an organisation',
  'platform.setUp': 'Set the platform up',
  'session.reauthenticate': 'Showed once more who they are',
  'session.signIn': 'Signed in',
  'session.signInFailed': 'Failed to sign in',
  'session.signOut': 'Signed out',
  'settings.edit': 'Changed settings',
};

const resources: Record<string, string> = {
  billing: 'Billing profile',
  grant: 'Role',
  token: 'API token',
};

/** The kinds of record that can be chosen. */
export const resourceNames = [
  'organisation',
  'billing',
  'settings',
  'account',
  'grant',
  'session',
  'invitation',
];

/** What was done, in words: *Suspended an organisation*, or *Tried to suspend this organisation*. */
export function deedWords({ action, outcome }: Pick<AuditEntry, 'action' | 'outcome'>): string {
  if (outcome === 'denied' && isAction(action)) return `Tried to ${ruleOf(action).words}`;
  const [subject = '', verb = ''] = action.split('.');
  return deeds[action] ?? `${resourceWords(subject)}: ${inWords(verb)}`;
}

export function resourceWords(resource: string): string {
  return resources[resource] ?? capitalised(inWords(resource));
}

/** A field by its dotted name: *contact.email* → *Contact email*. */
export function fieldWords(field: string): string {
  return capitalised(inWords(field));
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
    .filter((change) => op === 'update' || (change.before ?? change.after) !== NONE);
}

const NONE = 'none';
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value as people read it; an organisation's id by its name, where that is known here. */
export function valueWords(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined || value === '') return NONE;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (TIME.test(value)) return exactTime(Date.parse(value));
  if (roles.includes(value as Role)) return roleTitle(value as Role);
  return nameOf(value) ?? value;
}

function inWords(name: string): string {
  return name
    .replaceAll('.', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
}
