import { access } from './access/feature.ts';
import { accounts } from './accounts/feature.ts';
import { audit } from './audit/feature.ts';
import { AuditRecord } from './core/changes/audit-record.entity.ts';
import { ChangeRow, LogState } from './core/changes/change.entity.ts';
import { IdempotencyKey } from './core/db/idempotency-key.entity.ts';
import { Reactions } from './core/events.ts';
import type { Feature } from './core/feature.ts';
import { federation } from './federation/feature.ts';
import { live } from './live/feature.ts';
import { organisations } from './organisations/feature.ts';
import { tokens } from './tokens/feature.ts';

/**
 * The features of the server, lower ones first: each may use those before it and none after, and
 * they react to events in this order. The one place that a new feature is added to.
 */
export const features: readonly Feature[] = [
  organisations,
  access,
  accounts,
  federation,
  tokens,
  live,
  audit,
];

const ofTheCore = [IdempotencyKey, ChangeRow, LogState, AuditRecord];

/** Every table of the product. */
export const entities = [...features.flatMap((feature) => feature.entities), ...ofTheCore];

/** Every record that the change log and the audit know. */
export const publications = features.flatMap((feature) => feature.publications);

/** What features do when lower ones tell of what they do. */
export const reactions = new Reactions(features.flatMap((feature) => feature.reactions));
