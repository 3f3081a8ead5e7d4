import { isolated } from '../../../shared/core/isolated.ts';

type Named = { name: string };

export const en = {
  steps: { basics: 'Basics', billing: 'Billing', review: 'Review' },
  stepsLabel: 'Steps',
  titles: {
    distributor: ({ name }: Named) => `New distributor below ${isolated(name)}`,
    partner: ({ name }: Named) => `New partner below ${isolated(name)}`,
    folder: ({ name }: Named) => `New folder below ${isolated(name)}`,
    tenant: ({ name }: Named) => `New tenant below ${isolated(name)}`,
    unit: ({ name }: Named) => `New unit below ${isolated(name)}`,
  },
  purposes: {
    distributor:
      'Sells through partners, which are below it. What you type is kept in this browser until it is created.',
    partner:
      'Serves tenants and is billed for them. What you type is kept in this browser until it is created.',
    folder:
      'Groups and brands what is below it; its owner is billed. What you type is kept in this browser until it is created.',
    tenant:
      'A customer with its own subscriptions. What you type is kept in this browser until it is created.',
    unit: 'A part of a tenant: a department, a site, a team. What you type is kept in this browser until it is created.',
  },
  notHere: {
    distributor: 'A distributor cannot be created here',
    partner: 'A partner cannot be created here',
    folder: 'A folder cannot be created here',
    tenant: 'A tenant cannot be created here',
    unit: 'A unit cannot be created here',
  },
  create: {
    distributor: 'Create the distributor',
    partner: 'Create the partner',
    folder: 'Create the folder',
    tenant: 'Create the tenant',
    unit: 'Create the unit',
  },
  createThis: ({ name }: Named) => `Create ${isolated(name)}`,
  isCreated: ({ name }: Named) => `${isolated(name)} is created`,
  next: 'Continue',
  discard: 'Discard',
  cancel: 'Cancel',
  notSet: 'Not set',
  change: 'Change',
  changeThis: ({ field }: { field: string }) => `Change ${field}`,
  nameAndEmail: ({ name, email }: Named & { email: string }) => `${isolated(name)}, ${email}`,
  address: ({ lines }: { lines: readonly string[] }) => lines.join(', '),

  name: 'Name',
  description: 'Description',
  externalId: 'External ID',
  externalIdHint: 'Your own reference, for example from your CRM.',
  management: 'Management',
  managedBy: ({ name }: Named) => `Managed by ${isolated(name)}`,
  managedHint: 'Administrators above can act inside it. Its own administrators can close it later.',
  selfManaged: 'Self-managed',
  selfManagedHint:
    'Only its own administrators can act inside it, and only they can open it again.',
  firstAdministrator: 'First administrator',
  firstAdministratorHint: 'Is invited as soon as it is created. Nobody else has access to it.',
  firstEmail: 'Their e-mail address',
  contact: 'Contact',
  email: 'E-mail',
  emailHint: 'Invoices are sent here.',
  phone: 'Phone',
  addressTitle: 'Address',
  currencyAndTax: 'Currency and tax',
  currency: 'Currency',
  currencyHint: 'It can be changed until something is billed.',
  taxId: 'Tax ID',
  missing: {
    'firstAdministrator.displayName': 'Enter who administers it: nobody else has access to it.',
    'firstAdministrator.email': 'Enter an e-mail address.',
    'billing.contact.email': 'Enter an e-mail address.',
    'billing.address.country': 'Choose a country.',
    'billing.currency': 'Choose a currency.',
  },
};
