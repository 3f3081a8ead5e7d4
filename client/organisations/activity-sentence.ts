import { isolated } from '../../shared/core/isolated.ts';
import { roleTitle, type Role } from '../../shared/access/roles.ts';
import { type Fields, flattenFields } from '../../shared/core/merge-patch.ts';
import type { Activity } from '../../shared/live/contract.ts';
import { formatList } from '../core/format.ts';

/** A line of the feed: who, did what, to which organisation. */
export interface Told {
  who: string;
  /** What was done, up to the organisation's name. */
  deed: string;
  organisationId: string;
  /** What the organisation was called then, where the entry says so. */
  name: string | undefined;
  /** What follows the name. */
  rest: string;
}

const fieldWords: Record<string, string> = {
  displayName: 'the name',
  description: 'the description',
  externalId: 'the external id',
  'contact.name': 'the contact’s name',
  'contact.email': 'the contact’s e-mail',
  'contact.phone': 'the contact’s phone',
  currency: 'the currency',
  taxId: 'the tax id',
};

/**
 * An entry of the activity feed as a sentence, or `undefined` for what only came along with
 * another entry of the same deed.
 */
export function activitySentence(activity: Activity): Told | undefined {
  const told = (deed: string, rest = ''): Told => ({
    who: activity.actor.displayName,
    deed,
    organisationId: activity.organisationId,
    name:
      activity.resource === 'organisation'
        ? (text(activity.fields['displayName']) ?? activity.organisation?.displayName)
        : activity.organisation?.displayName,
    rest,
  });
  const { resource, op, fields } = activity;
  if (resource === 'organisation') return aboutOrganisation(activity, told);
  if (op === 'enter' || op === 'leave') return undefined;
  if (resource === 'billing') {
    return op === 'update' ? told(`changed ${changed(fields)} in the billing of`) : undefined;
  }
  if (resource === 'settings') {
    return op === 'update' ? told('changed the settings of') : undefined;
  }
  if (resource === 'accessRequest') return aboutRequest(activity, told);
  if (resource === 'provider') return aboutProvider(activity, told);
  if (resource === 'grant') return aboutGrant(activity, told);
  if (resource === 'token') return aboutToken(activity, told);
  return aboutAccount(activity, told);
}

type Tell = (deed: string, rest?: string) => Told;

function aboutOrganisation({ op, action, fields }: Activity, told: Tell): Told | undefined {
  if (op === 'create') return told(`created the ${text(fields['kind']) ?? 'organisation'}`);
  if (op === 'delete') return told('deleted');
  if (op === 'leave') return told('moved', ' away');
  if (action === 'organisation.move') return 'parentId' in fields ? told('moved') : undefined;
  if ('status' in fields) return told(fields['status'] === 'suspended' ? 'suspended' : 'activated');
  if ('managementMode' in fields) {
    return fields['managementMode'] === 'self-managed'
      ? told('closed', ' to those above')
      : told('opened', ' to those above');
  }
  if ('lockedAt' in fields) return told(fields['lockedAt'] === null ? 'unlocked' : 'locked');
  const name = fields['displayName'];
  const others = { ...fields, displayName: undefined };
  const more = changed(others);
  if (typeof name === 'string') {
    return told('renamed an organisation to', more === '' ? '' : ` and changed ${more}`);
  }
  return more === '' ? undefined : told(`changed ${more} of`);
}

function aboutRequest({ op, fields }: Activity, told: Tell): Told | undefined {
  if (op === 'create') {
    return fields['kind'] === 'break-glass'
      ? told('broke the glass at')
      : told('asked for access to');
  }
  const deeds: Partial<Record<string, string>> = {
    approved: 'approved a request for access to',
    refused: 'refused a request for access to',
    withdrawn: 'took back a request for access to',
    lapsed: 'let a request lapse for access to',
    ended: 'ended the access of a guest to',
    expired: 'ended, its time being over, the access of a guest to',
  };
  const deed = deeds[text(fields['status']) ?? ''];
  return deed === undefined ? undefined : told(deed);
}

function aboutGrant({ op, fields, action }: Activity, told: Tell): Told | undefined {
  if (action.startsWith('access.')) return undefined;
  const role = typeof fields['role'] === 'string' ? roleTitle(fields['role'] as Role) : 'a role';
  if (op === 'create') return told(`gave the role ${role} at`);
  if (action === 'grant.change') return told(`made a role ${role} at`);
  return op === 'delete' ? told('took a role away at') : undefined;
}

function aboutToken({ op, action, fields }: Activity, told: Tell): Told | undefined {
  const name = text(fields['name']) ?? 'for a program';
  if (action === 'account.delete') {
    return op === 'create' ? told(`handed over the API token ${isolated(name)} at`) : undefined;
  }
  if (action === 'token.sweep') return undefined;
  if (op === 'create') return told(`made the API token ${isolated(name)} at`);
  return op === 'delete' ? told('revoked an API token at') : undefined;
}

function aboutProvider({ op, action, fields }: Activity, told: Tell): Told | undefined {
  const name = text(fields['label']) ?? 'a provider of identities';
  if (op === 'create') return told(`connected ${isolated(name)} with`);
  if (op === 'delete') return told('disconnected a provider of identities from');
  if (action === 'provider.test') return told('tested a provider of identities of');
  if (!('enabled' in fields)) return told('changed a provider of identities of');
  return told(`switched a provider of identities ${fields['enabled'] ? 'on' : 'off'} at`);
}

function aboutAccount({ op, fields, action }: Activity, told: Tell): Told | undefined {
  const name = text(fields['displayName']) ?? 'somebody';
  if (action === 'account.addMachine') {
    return told(`added the machine account ${isolated(name)} to`);
  }
  if (op === 'create') return told(`invited ${isolated(name)} to`);
  if (op === 'delete') return told('deleted an account of');
  if (action === 'account.lock') return told('locked, after failed sign-ins, an account of');
  if (action === 'account.unlock') return told('unlocked an account of');
  if (action === 'invitation.accept') return told('accepted the invitation to');
  if (fields['status'] === 'disabled') return told('disabled an account of');
  if (fields['status'] === 'active') return told('enabled an account of');
  return 'displayName' in fields ? told(`renamed an account to ${isolated(name)} in`) : undefined;
}

/** The changed fields in words; an address counts as one. */
function changed(fields: Fields): string {
  const names = Object.keys(flattenFields(fields)).filter((name) => name !== 'updatedAt');
  const words = names.map((name) =>
    name.startsWith('address.') ? 'the address' : (fieldWords[name] ?? ''),
  );
  return formatList([...new Set(words)].filter((word) => word !== ''));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
