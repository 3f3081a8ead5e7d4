import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Subjects } from '../../core/activity.ts';

type Changed = Subjects & { fields: string };

export const en = {
  feed: {
    created: {
      platform: ({ who, place }: Subjects) => parts`${who} created the platform ${place}`,
      distributor: ({ who, place }: Subjects) => parts`${who} created the distributor ${place}`,
      partner: ({ who, place }: Subjects) => parts`${who} created the partner ${place}`,
      folder: ({ who, place }: Subjects) => parts`${who} created the folder ${place}`,
      tenant: ({ who, place }: Subjects) => parts`${who} created the tenant ${place}`,
      unit: ({ who, place }: Subjects) => parts`${who} created the unit ${place}`,
    },
    deleted: ({ who, place }: Subjects) => parts`${who} deleted ${place}`,
    moved: ({ who, place }: Subjects) => parts`${who} moved ${place}`,
    movedAway: ({ who, place }: Subjects) => parts`${who} moved ${place} away`,
    restored: ({ who, place }: Subjects) => parts`${who} restored ${place}`,
    suspended: ({ who, place }: Subjects) => parts`${who} suspended ${place}`,
    suspendedBecause: ({ who, place, reason }: Subjects & { reason: string }) =>
      parts`${who} suspended ${place}: ${isolated(reason)}`,
    activated: ({ who, place }: Subjects) => parts`${who} activated ${place}`,
    closed: ({ who, place }: Subjects) => parts`${who} closed ${place} to the levels above`,
    opened: ({ who, place }: Subjects) => parts`${who} opened ${place} to the levels above`,
    locked: ({ who, place }: Subjects) => parts`${who} locked ${place}`,
    lockedBecause: ({ who, place, reason }: Subjects & { reason: string }) =>
      parts`${who} locked ${place}: ${isolated(reason)}`,
    unlocked: ({ who, place }: Subjects) => parts`${who} unlocked ${place}`,
    renamed: ({ who, place, was }: Subjects & { was: string }) =>
      parts`${who} renamed ${isolated(was)} to ${place}`,
    renamedAndChanged: ({ who, place, was, fields }: Changed & { was: string }) =>
      parts`${who} renamed ${isolated(was)} to ${place} and changed ${fields}`,
    renamedTo: ({ who, place }: Subjects) => parts`${who} renamed an organisation to ${place}`,
    renamedToAndChanged: ({ who, place, fields }: Changed) =>
      parts`${who} renamed an organisation to ${place} and changed ${fields}`,
    changed: ({ who, place, fields }: Changed) => parts`${who} changed ${fields} of ${place}`,
    changedOne: ({
      who,
      place,
      field,
      was,
      is,
    }: Subjects & { field: string; was: string; is: string }) =>
      parts`${who} changed ${field} of ${place} from ${isolated(was)} to ${isolated(is)}`,
    changedSettings: ({ who, place }: Subjects) => parts`${who} changed the settings of ${place}`,
  },
  fields: {
    displayName: 'the name',
    description: 'the description',
    externalId: 'the external ID',
    'contact.name': 'the contact’s name',
    'contact.email': 'the contact’s e-mail address',
    'contact.phone': 'the contact’s phone number',
    address: 'the address',
    currency: 'the currency',
    taxId: 'the tax ID',
  },

  seenBefore: 'What is above happened since you were last here.',
  noActivity: 'No activity yet. Changes appear here at once.',
  showEarlier: 'Show earlier',
  someOrganisation: 'an organisation',
};
