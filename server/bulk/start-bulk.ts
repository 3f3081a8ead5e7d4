import { says } from '../../shared/bulk/words.ts';
import { rolePermits } from '../../shared/access/decide.ts';
import type { Job as View } from '../../shared/jobs/contract.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { viewOwnJob } from '../jobs/list-jobs.ts';
import { sessionIdOf } from '../sign-in/acting-session.ts';
import { locate } from '../organisations/require-organisation.ts';
import { bulkKind } from './bulk-kind.ts';
import type { BulkRequest } from './read-request.ts';

/** So many rows are named in the title. */
const NAMED = 3;

/**
 * The job that does it is queued. The rows are those that were meant now; what each comes to is
 * decided when its turn comes, by the roles that the starter has then [J8].
 */
export function startBulk(work: Work, request: BulkRequest): Promise<View> {
  const { action, fields, ids, organisationId } = request;
  return work.transaction('bulk.start', async (tx) => {
    const { accountId, grants } = tx.person;
    const title = await titleOf(tx, request);
    work.bounds.require('bulk-jobs', accountId, says.tooManyJobs);
    const { requestId, address, userAgent, sessionHash } = work.caller;
    const sessionId = await sessionIdOf(tx.em, sessionHash ?? '');
    const jobId = await tx.store({
      kind: bulkKind(action),
      title,
      outline: '',
      subject: {
        ...{ ids, fields, requestId, address, userAgent },
        grants: grants.filter(({ role }) => rolePermits(action.action, role)).map(({ id }) => id),
      },
      total: ids.length,
      ...(organisationId !== null && { organisationId }),
      ...(sessionId !== null && { sessionId }),
    });
    const place = organisationId === null ? null : await locate(tx.em, organisationId);
    if (place) tx.at(place);
    Object.assign(tx.notes, { job: jobId, action: action.name, rows: ids.length });
    return viewOwnJob(tx, jobId);
  });
}

/** Which rows it is about, by the names of the first, and where they go. */
async function titleOf(tx: Transaction, { action, fields, ids }: BulkRequest): Promise<string> {
  const target = await action.target?.(tx, fields);
  const names = await action.names(tx, ids.slice(0, NAMED));
  const rows = [...names.values(), ...(ids.length > names.size ? ['…'] : [])].join(', ');
  return target === undefined ? rows : `${rows} → ${target}`;
}
