import type { AccessRequest as View } from '../../shared/access/requests-contract.ts';
import { decide } from '../../shared/access/decide.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Work } from '../core/db/work.ts';
import { requireVisible } from '../organisations/require-organisation.ts';
import { AccessRequest } from './access-request.entity.ts';
import { viewRequest } from './find-request.ts';

const MOST = 200;

/**
 * Who asked for access here, and who had it; the latest first. Those inside see all of them,
 * anybody else their own; by an API token nothing is one's own.
 */
export function listRequestsAt(work: Work, organisationId: string): Promise<Page<View>> {
  return work.read(async (reading) => {
    const { em, person } = reading;
    const { id, place } = await requireVisible(reading, organisationId);
    const isInside = decide(person, 'access.view', place).allowed;
    if (!isInside && person.token) return { items: [], nextCursor: null };
    const found = await em.find(
      AccessRequest,
      { organisationId: id, ...(!isInside && { accountId: person.accountId }) },
      { orderBy: { id: 'desc' }, limit: MOST },
    );
    return { items: found.map(viewRequest), nextCursor: null };
  });
}
