import {
  answersFile,
  answersPage,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type {
  AuditEntry,
  AuditErased,
  AuditExportQuery,
  AuditExportQueryAt,
  AuditMarked,
  AuditQuery,
  AuditQueryAt,
  MarkAudit,
} from './contract.ts';

export const listAudit = endpoint(
  'GET /audit',
  answersPage<typeof AuditEntry>(),
  takesQuery<typeof AuditQuery>(),
);

export const exportAudit = endpoint(
  'GET /audit/export',
  answersFile(),
  takesQuery<typeof AuditExportQuery>(),
);

export const listAuditAt = endpoint(
  'GET /organisations/:id/audit',
  answersPage<typeof AuditEntry>(),
  takesQuery<typeof AuditQueryAt>(),
);

export const exportAuditAt = endpoint(
  'GET /organisations/:id/audit/export',
  answersFile(),
  takesQuery<typeof AuditExportQueryAt>(),
);

export const markAudit = endpoint(
  'POST /audit/marks',
  answersValue<typeof AuditMarked>(),
  takesBody<typeof MarkAudit>(),
);

export const eraseAudit = endpoint(
  'POST /accounts/:id/erase-audit',
  answersValue<typeof AuditErased>(),
);
