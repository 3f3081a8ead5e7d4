import { auditRoutes } from './routes.ts';
import type { Feature } from '../core/feature.ts';
import { AuditCheckpoint } from './audit-checkpoint.entity.ts';
import { AuditErasure } from './audit-erasure.entity.ts';
import { AuditFloor } from './audit-floor.entity.ts';
import { AuditMark } from './audit-mark.entity.ts';

/** Reading, keeping and checking the audit, which the core writes. */
export const audit: Feature = {
  name: 'audit',
  entities: [AuditCheckpoint, AuditErasure, AuditFloor, AuditMark],
  publications: [],
  reactions: [],
  routes: auditRoutes,
};
