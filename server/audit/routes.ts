import {
  AuditEntry,
  AuditErased,
  AuditExportQuery,
  AuditExportQueryAt,
  AuditMarked,
  AuditQuery,
  AuditQueryAt,
  MarkAudit,
} from '../../shared/audit/contract.ts';
import * as endpoints from '../../shared/audit/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import { eraseAudit } from './erase-audit.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';
import { markAudit } from './mark-audit.ts';

/** The audit. */
export function auditRoutes() {
  return serve('audit', endpoints, (on) => {
    on(
      endpoints.listAudit,
      {
        summary: 'List what was recorded in scope, latest first',
        query: AuditQuery,
        answer: AuditEntry,
      },
      ({ work, query }) => listAudit(work, query),
    );
    on(
      endpoints.exportAudit,
      { summary: 'The same as a file, CSV or JSON lines', query: AuditExportQuery },
      ({ work, query }) => exportAudit(work, query),
    );
    on(
      endpoints.listAuditAt,
      {
        summary: 'List what was recorded here and below',
        query: AuditQueryAt,
        answer: AuditEntry,
      },
      ({ work, id, query }) => listAudit(work, { ...query, organisation: id }),
    );
    on(
      endpoints.exportAuditAt,
      { summary: 'The same as a file, CSV or JSON lines', query: AuditExportQueryAt },
      ({ work, id, query }) => exportAudit(work, { ...query, organisation: id }),
    );
    on(
      endpoints.markAudit,
      {
        summary: 'State of refused reads that no person attempted them; the records stay',
        body: MarkAudit,
        answer: AuditMarked,
      },
      ({ work, body }) => markAudit(work, body),
    );
    on(
      endpoints.eraseAudit,
      {
        summary: 'Take somebody’s names and addresses out of the audit',
        answer: AuditErased,
      },
      ({ work, id }) => eraseAudit(work, id),
    );
  });
}
