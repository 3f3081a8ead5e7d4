import type { AuditWords } from '../core/audit-words.ts';

/** How the audit speaks of API tokens. */
export const tokenWords = {
  records: {
    token: 'API token',
  },
  deeds: {
    'token.make': 'Made an API token',
    'token.revoke': 'Revoked an API token',
    'token.sweep': 'Removed API tokens that had expired',
  },
} satisfies AuditWords;
