export const en = {
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
    'view.delete': 'Deleted a view of a list',
    'view.edit': 'Changed a view of a list',
    'view.save': 'Saved a view of a list',
    'organisation.erase': 'Purged deleted organisations',
    'organisation.lock': 'Locked an organisation',
    'organisation.move': 'Moved an organisation',
    'organisation.restore': 'Restored an organisation',
    'organisation.setManagementMode': 'Changed who manages an organisation',
    'organisation.setManagementMode managementMode=self-managed':
      'Closed an organisation to the levels above',
    'organisation.setManagementMode managementMode=managed':
      'Opened an organisation to the levels above',
    'organisation.suspend': 'Suspended an organisation',
    'organisation.unlock': 'Unlocked an organisation',
    'settings.edit': 'Changed settings',
  },
};
