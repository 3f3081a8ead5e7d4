import { access } from './access/feature.ts';
import { accessRequests } from './access-requests/feature.ts';
import { accounts } from './accounts/feature.ts';
import { bulkKind } from './bulk/bulk-kind.ts';
import { bulk } from './bulk/feature.ts';
import { callers } from './callers/feature.ts';
import { documents } from './documents/feature.ts';
import { factors } from './factors/feature.ts';
import { people } from './people/feature.ts';
import { search } from './search/feature.ts';
import { signIn } from './sign-in/feature.ts';
import { audit } from './audit/feature.ts';
import { AuditRecord } from './core/changes/audit-record.entity.ts';
import type { Publication } from './core/changes/publication.ts';
import { ChangeRow, LogState } from './core/changes/change.entity.ts';
import { IdempotencyKey } from './core/db/idempotency-key.entity.ts';
import { Job } from './core/jobs/job.entity.ts';
import { JobOutcome } from './core/jobs/job-outcome.entity.ts';
import type { JobKind } from './core/jobs/kind.ts';
import { mailJob } from './core/mail-job.ts';
import { Reactions } from './core/events.ts';
import type { Feature } from './core/feature.ts';
import { federation } from './federation/feature.ts';
import { home } from './home/feature.ts';
import { jobs } from './jobs/feature.ts';
import { live } from './live/feature.ts';
import { noticesOf } from './notices/feature.ts';
import { onboardingOf } from './onboarding/feature.ts';
import { organisations } from './organisations/feature.ts';
import { tokens } from './tokens/feature.ts';
import { views } from './views/feature.ts';

/** Those whose facts onboardings follow. */
const factual: readonly Feature[] = [
  people,
  organisations,
  access,
  accessRequests,
  views,
  signIn,
  factors,
  accounts,
  federation,
  tokens,
  callers,
  jobs,
  documents,
];

/** Those whose changes people are told of. */
const told: readonly Feature[] = [...factual, onboardingOf(factual), bulk, home, search];

/**
 * The features of the server, lower ones first: each may use those before it and none after, and
 * they react to events in this order. The one place that a new feature is added to.
 */
export const features: readonly Feature[] = [...told, noticesOf(told), live, audit];

/** The tables of the core, which no feature owns. */
export const ofTheCore: (new () => object)[] = [
  IdempotencyKey,
  ChangeRow,
  LogState,
  AuditRecord,
  Job,
  JobOutcome,
];

/** Every table of the product. */
export const entities = entitiesOf(features);

/** Every record that the change log and the audit know. */
export const publications = publicationsOf(features);

/** The tables of features, with the core's own. */
export function entitiesOf(all: readonly Feature[]): (new () => object)[] {
  return [...all.flatMap((feature) => feature.entities), ...ofTheCore];
}

export function publicationsOf(all: readonly Feature[]): Publication[] {
  return all.flatMap((feature) => feature.publications);
}

/** The kinds of jobs that this version knows. */
export function jobKindsOf(all: readonly Feature[]): JobKind[] {
  const bulk = all.flatMap(({ bulkActions = [] }) => bulkActions).map(bulkKind);
  return [mailJob as JobKind, ...all.flatMap(({ jobs = [] }) => jobs), ...bulk];
}

/** What features do when lower ones tell of what they do. */
export function reactionsOf(all: readonly Feature[]): Reactions {
  return new Reactions(all.flatMap((feature) => feature.reactions));
}
