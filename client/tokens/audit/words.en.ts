export const en = {
  records: { token: 'API token' },
  deeds: {
    'token.make': 'Created an API token',
    'token.revoke': 'Revoked an API token',
    'token.sweep': 'Removed expired API tokens',
  },
};
