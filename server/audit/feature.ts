import { auditRoutes } from './routes.ts';
import { HOUR, MINUTE } from '../core/clock.ts';
import type { Feature } from '../core/feature.ts';
import { AuditCheckpoint } from './audit-checkpoint.entity.ts';
import { AuditErasure } from './audit-erasure.entity.ts';
import { AuditFloor } from './audit-floor.entity.ts';
import { openAuditKey } from './audit-key.ts';
import { AuditMark } from './audit-mark.entity.ts';
import { pruneAudit } from './prune-audit.ts';
import { recordLeftOut } from './record-left-out.ts';

/** Reading, keeping and checking the audit, which the core writes. */
export const audit: Feature = {
  name: 'audit',
  entities: [AuditCheckpoint, AuditErasure, AuditFloor, AuditMark],
  publications: [],
  reactions: [],
  routes: auditRoutes,
  sweeps: [
    {
      every: HOUR,
      run: ({ openOwnWork, config, log }) =>
        pruneAudit(openOwnWork(), {
          key: openAuditKey(config),
          retentionDays: config.auditRetentionDays,
          log,
        }),
    },
    {
      every: MINUTE,
      isLast: true,
      run: ({ openOwnWork, strangersRecords }) => recordLeftOut(openOwnWork(), strangersRecords),
    },
  ],
};
