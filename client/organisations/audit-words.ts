import type { AuditWords } from '../core/audit-words.ts';

/** How the audit speaks of the tree, of billing profiles and settings. */
export const organisationWords = {
  records: {
    organisation: 'Organisation',
    billing: 'Billing profile',
    settings: 'Settings',
  },
  deeds: {
    'billing.edit': 'Changed a billing profile',
    'organisation.activate': 'Activated an organisation',
    'organisation.create': 'Created an organisation',
    'organisation.delete': 'Deleted an organisation',
    'organisation.edit': 'Changed an organisation',
    'organisation.export': 'Exported a list of organisations',
    'organisation.erase': 'Let go of what was deleted',
    'organisation.lock': 'Locked an organisation',
    'organisation.move': 'Moved an organisation',
    'organisation.restore': 'Restored an organisation',
    'organisation.setManagementMode': 'Opened or closed the barrier',
    'organisation.suspend': 'Suspended an organisation',
    'organisation.unlock': 'Unlocked an organisation',
    'settings.edit': 'Changed settings',
  },
} satisfies AuditWords;
