import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';

type Named = { name: string };

export const en = {
  kinds: {
    platform: 'Platform',
    distributor: 'Distributor',
    partner: 'Partner',
    folder: 'Folder',
    tenant: 'Tenant',
    unit: 'Unit',
  },
  newKinds: {
    distributor: 'New distributor',
    partner: 'New partner',
    folder: 'New folder',
    tenant: 'New tenant',
    unit: 'New unit',
  },
  views: {
    overview: 'Overview',
    onboarding: 'Onboarding',
    details: 'Details',
    documents: 'Documents',
    accounts: 'Accounts',
    access: 'Access',
    billing: 'Billing',
    settings: 'Settings',
    audit: 'Audit',
    activity: 'Activity',
  },
  viewsLabel: 'Views of this organisation',
  looksAt: ({ view }: { view: string }) => `looks at ${view}`,
  suspended: 'Suspended',
  selfManaged: 'Self-managed',
  locked: 'Locked',
  hereNow: 'Here now',
  create: 'New',
  moreActions: 'More actions',
  keys: { group: 'Organisation', edit: 'Edit the name', create: 'Create below' },

  activate: 'Activate…',
  suspend: 'Suspend…',
  move: 'Move…',
  lock: 'Lock…',
  unlock: 'Unlock…',
  delete: 'Delete…',
  nowhere: ({ name }: Named) =>
    `You manage nothing outside ${isolated(name)} that it could move to; moving needs a role at both ends.`,
  stillHolds: ({ name, count }: Named & { count: number }) =>
    plural(count, {
      one: `${isolated(name)} still contains 1 organisation. Move or delete it first.`,
      other: `${isolated(name)} still contains ${formats().number(count)} organisations. Move or delete them first.`,
    }),
  suspendFirst: ({ name }: Named) => `Suspend ${isolated(name)} first.`,

  restore: 'Restore',
  restoreThis: ({ name }: Named) => `Restore ${isolated(name)}`,
  isRestored: ({ name }: Named) => `${isolated(name)} is restored`,
  restoredSuspended: 'It is suspended until somebody activates it.',
  restoredWithout: ({ names }: { names: readonly string[] }) =>
    `It is suspended until somebody activates it. Not restored, because their addresses now belong to other accounts: ${formats().list(names.map((name) => isolated(name)))}.`,
  notRestored: ({ name }: Named) => `${isolated(name)} was not restored`,
  deleted: 'Deleted',
  deletedAbout: ({ days }: { days: number }) =>
    `Deleted organisations can be restored for ${formats().number(days)} days. They come back suspended, with their people and roles.`,
  deletedFacts: ({
    kind,
    person,
    when,
    until,
  }: {
    kind: string;
    person: string;
    when: Slot;
    until: string;
  }) => parts`${kind}, deleted by ${isolated(person)} ${when}. Can be restored until ${until}.`,

  gone: {
    deleted: 'This organisation was deleted',
    moved: 'This organisation was moved away',
    access: 'You can no longer see this',
    denied: 'You do not have access to this',
    missing: 'There is no such organisation',
  },
  goTo: ({ name }: Named) => `Go to ${isolated(name)}`,
  goHome: 'Go to Home',

  suspendedBy: ({ who, when }: { who: string; when: string }) =>
    `${isolated(who)} suspended it on ${when}.`,
  lockedByWhom: ({ who, when }: { who: string; when: string }) =>
    `${isolated(who)} locked it on ${when}.`,
  because: ({ reason }: { reason: string }) => `Reason: ${isolated(reason)}`,
  isSuspended: ({ name }: Named) =>
    `${isolated(name)} is suspended: people here and below cannot sign in.`,
  suspendedWith: ({ name }: Named) => `Suspended because ${isolated(name)} is suspended.`,
  open: ({ name }: Named) => `Open ${isolated(name)}`,
  lockedBy: ({ name }: Named) =>
    `Locked by ${isolated(name)}. An administrator of ${isolated(name)} can change or unlock it.`,

  name: 'Name',
  detailsAbout: 'Each field is saved when you leave it.',
  description: 'Description',
  descriptionHint: 'What is it for?',
  externalId: 'External ID',
  externalIdHint:
    'The reference of the level above, for example from its CRM. It is unique below one parent.',

  state: 'State',
  active: 'Active',
  stateSuspendedWith: ({ name }: Named) => `Suspended with ${isolated(name)}`,
  management: 'Management',
  managed: 'Managed',
  managedBy: ({ name }: Named) => `Managed by ${isolated(name)}`,
  createdOn: 'Created',
  id: 'ID',
  copyId: 'Copy the ID',

  noBilling: 'You do not have access to the billing profile',
  contact: 'Contact',
  contactAbout: 'Who receives the invoices and answers questions about them.',
  email: 'E-mail',
  phone: 'Phone',
  address: 'Address',
  addressAbout: 'As shown on invoices.',
  currencyAndTax: 'Currency and tax',
  currency: 'Currency',
  currencyHint: 'It can be changed until something is billed.',
  taxId: 'Tax ID',
  street: 'Street and number',
  line2: 'Second line',
  postalCode: 'Postal code',
  city: 'City',
  region: 'Region',
  country: 'Country',
  saveAddress: 'Save the address',
  changeAddress: 'Change the address',
  cancel: 'Cancel',

  activity: 'Activity',
  activityOfOne: 'Activity of one person',
  activityAbout: 'What happened here and below, latest first.',
  showEverybody: 'Show everybody’s',
  someOrganisation: 'an organisation',
};
