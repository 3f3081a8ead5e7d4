export const en = {
  records: { provider: 'Identity provider' },
  deeds: {
    'provider.create': 'Connected an identity provider',
    'provider.delete': 'Deleted an identity provider',
    'provider.edit': 'Changed an identity provider',
    'provider.edit enabled=true': 'Turned an identity provider on',
    'provider.edit enabled=false': 'Turned an identity provider off',
    'provider.test': 'Tested an identity provider',
  },
};
