import type { AuditWords } from '../core/audit-words.ts';

/** How the audit speaks of providers of identities. */
export const providerWords = {
  records: {
    provider: 'Provider of identities',
  },
  deeds: {
    'provider.create': 'Connected a provider of identities',
    'provider.delete': 'Disconnected a provider of identities',
    'provider.edit': 'Changed a provider of identities',
    'provider.test': 'Tested a provider of identities',
  },
} satisfies AuditWords;
