export const en = {
  records: { grant: 'Role' },
  deeds: {
    'grant.change': 'Changed a role',
    'grant.give': 'Assigned a role',
    'grant.revoke': 'Removed a role',
  },
};
