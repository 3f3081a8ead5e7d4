import type { Job as View } from '../../shared/jobs/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import { platformOf } from '../../shared/organisations/path.ts';
import type { Row } from '../core/db/find-rows.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Job } from '../core/jobs/job.entity.ts';
import { maskedAddress } from '../core/mail.ts';
import { locate } from '../organisations/require-organisation.ts';

/** Whether the caller runs the platform, and so sees what others caused, in outline [J6]. */
export async function administersJobs({ em, person }: Reading): Promise<boolean> {
  const platform = await locate(em, platformOf(person.homePath));
  return platform !== null && decide(person, 'jobs.administer', platform.place).allowed;
}

/** A job as somebody may see it: what names people is only for who caused it. */
export function viewJob(job: Row<Job>, readerId: string): View {
  const isOwn = job.accountId === readerId;
  const starter =
    job.accountId === null ? null : { id: job.accountId, displayName: job.accountName ?? '' };
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    title: isOwn ? job.title : job.outline,
    organisationId: job.organisationId,
    progress: { done: job.done, total: job.total, failed: job.failed },
    startedBy: isOwn ? starter : null,
    attempts: job.attempts,
    nextAt: job.endedAt ? null : job.nextAt.toISOString(),
    createdAt: job.createdAt.toISOString(),
    endedAt: job.endedAt?.toISOString() ?? null,
    error: isOwn ? job.error : withoutAddresses(job.error),
    version: job.version,
  };
}

const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;

/** Mail servers repeat the address that they refuse. */
function withoutAddresses(error: string | null): string | null {
  return error && error.replace(ADDRESS, maskedAddress);
}
