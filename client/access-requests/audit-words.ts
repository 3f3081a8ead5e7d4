import type { AuditWords } from '../core/audit-words.ts';

/** How the audit speaks of access through barriers. */
export const accessRequestWords = {
  records: { accessRequest: 'Request for access' },
  deeds: {
    'access.approve': 'Approved a request for access',
    'access.breakGlass': 'Broke the glass',
    'access.end': 'Ended access through a barrier',
    'access.expire': 'Ended access, its time being over',
    'access.refuse': 'Refused a request for access',
    'access.remind': 'Reminded of access that ends soon',
    'access.request': 'Asked for access',
    'access.withdraw': 'Took back a request for access',
  },
} satisfies AuditWords;
