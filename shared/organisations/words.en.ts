import { plural } from '../core/words/plural.ts';
import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';

const aKind = {
  platform: 'a platform',
  distributor: 'a distributor',
  partner: 'a partner',
  folder: 'a folder',
  tenant: 'a tenant',
  unit: 'a unit',
};
type Kind = keyof typeof aKind;

const anyOf = (kinds: readonly Kind[]) =>
  formats().list(
    kinds.map((kind) => aKind[kind]),
    'disjunction',
  );

const billingParts = {
  contactName: 'a contact’s name',
  contactEmail: 'an e-mail address',
  contactPhone: 'a phone number',
  addressLine1: 'a street',
  addressCity: 'a city',
};

export const en = {
  billingIsComplete: ({ name }: { name: string }) =>
    `The billing profile is complete; ${isolated(name)} is the contact.`,
  billingLacks: ({ parts }: { parts: (keyof typeof billingParts)[] }) =>
    `The billing profile lacks ${formats().list(parts.map((part) => billingParts[part]))}.`,
  managesItself: 'It manages itself.',
  staysManaged: 'It stays managed by the level above.',
  modeNotChosen: 'Nobody has decided yet who manages it.',
  firstPartner: ({ name }: { name: string }) => `${isolated(name)} was the first partner.`,
  noPartnerYet: 'There is no partner yet.',
  firstTenant: ({ name }: { name: string }) => `${isolated(name)} was the first tenant.`,
  noTenantYet: 'There is no tenant yet.',
  isSuspended: ({ name }: { name: string }) => `${isolated(name)} is suspended.`,
  areSuspended: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 customer is suspended.',
      other: `${formats().number(count)} customers are suspended.`,
    }),
  distributors: 'Distributors',
  distributorsMeans: 'All distributors of the platform, suspended ones too.',
  partners: 'Partners',
  partnersMeans: 'All partners below, at whatever depth, suspended ones too.',
  tenants: 'Tenants',
  tenantsMeans: 'All tenants below, at whatever depth, suspended ones too.',
  units: 'Units',
  unitsMeans: 'All units below, at whatever depth, suspended ones too.',
  kindNotBelow: ({ kind, parent, needed }: { kind: Kind; parent: Kind; needed: Kind[] }) =>
    `A ${kind} cannot stand below ${aKind[parent]}; it needs ${anyOf(needed)} above it.`,
  noSubPartners: ({ name }: { name: string }) =>
    `${isolated(name)} may not have sub-partners: its option for them is off.`,
  noPartnerAbove: ({ name }: { name: string }) =>
    `A tenant needs a partner above it, and ${isolated(name)} has none.`,
  tooDeep: ({ most }: { most: number }) => `The tree may be ${most} levels deep at most.`,
  unitsTooDeep: ({ most }: { most: number }) => `Units may be nested ${most} deep at most.`,

  oneWayIn: 'Leave at least one sign-in method.',
  reasonTooLong: 'A reason has at most 500 characters.',
  descriptionTooLong: 'A description has at most 2,000 characters.',
  externalIdEmpty: 'Leave it out rather than empty.',
  contactName: 'Enter a contact’s name.',
  phone: 'Enter a phone number.',
  street: 'Enter the street and number.',
  city: 'Enter the city.',
  externalIdMeaning: 'The reference of the level above: it takes a role there that may edit.',

  beneathItself: 'An organisation cannot be moved beneath itself.',
  targetGone: 'Where it was to go is not there any more.',
  externalIdTakenThere: 'Another organisation below this parent has its external id.',
  externalIdTaken: 'Another organisation below this parent has it.',
  needsBilling: ({ kind }: { kind: Kind }) => `A ${kind} needs a billing profile.`,
  noBilling: ({ kind }: { kind: Kind }) => `A ${kind} has no billing profile of its own.`,
  ownersMode: ({ kind }: { kind: Kind }) => `A ${kind} takes its owner’s management mode.`,
  suspendFirst: ({ name }: { name: string }) =>
    `Suspend ${isolated(name)} first; only what is suspended can be deleted.`,
  stillHolds: ({ name, children }: { name: string; children: number }) =>
    `${isolated(name)} still holds ${plural(children, { one: '1 organisation', other: `${formats().number(children)} organisations` })}; move or delete them first.`,
  restoreParentFirst: ({ name }: { name: string }) =>
    `What ${isolated(name)} stood below was deleted too. Restore that first.`,
  lockedByAbove: ({ name }: { name: string }) =>
    `${isolated(name)} is locked by a level above. An administrator there can unlock it.`,
  lockedBy: ({ name, locker }: { name: string; locker: string }) =>
    `${isolated(name)} is locked by ${isolated(locker)}. An administrator of ${isolated(locker)} can unlock it.`,
};
