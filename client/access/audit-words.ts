import type { AuditWords } from '../core/audit-words.ts';

/** How the audit speaks of roles. */
export const accessWords = {
  records: {
    grant: 'Role',
  },
  deeds: {
    'grant.change': 'Changed a role',
    'grant.give': 'Gave a role',
    'grant.revoke': 'Took a role away',
  },
} satisfies AuditWords;
