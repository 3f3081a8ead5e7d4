import * as endpoints from '../../shared/audit/endpoints.ts';
import { commercial, everyReader, type Row } from '../security/matrix-row.ts';

export const rows: readonly Row[] = [
  {
    operation: 'read the audit',
    endpoint: endpoints.listAuditAt,
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'read the audit, chosen among everything',
    endpoint: endpoints.listAudit,
    target: 'acme',
    ...everyReader,
    ...commercial,
    query: 'organisation=@acme',
  },
  {
    operation: 'export the audit',
    endpoint: endpoints.exportAuditAt,
    target: 'acme',
    ...everyReader,
    ...commercial,
    query: 'format=csv',
  },
  {
    operation: 'export the audit, chosen among everything',
    endpoint: endpoints.exportAudit,
    target: 'acme',
    ...everyReader,
    ...commercial,
    query: 'format=csv&organisation=@acme',
  },
  {
    operation: 'erase somebody from the audit',
    endpoint: endpoints.eraseAudit,
    target: 'platform',
    of: 'account',
    at: ['PlatformAdministrator'],
  },
  {
    operation: 'mark refused reads that no person attempted',
    endpoint: endpoints.markAudit,
    target: 'platform',
    at: ['PlatformAdministrator'],
    body: {
      action: 'settings.view',
      reason: 'The page read ahead.',
      before: '2000-01-01T00:00:00Z',
    },
  },
];
