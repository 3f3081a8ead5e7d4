import {
  AccessRequest,
  BreakGlass,
  RefuseRequest,
  RequestAccess,
} from '../../shared/access-requests/contract.ts';
import * as endpoints from '../../shared/access-requests/endpoints.ts';
import { ExplainQuery, Explanation } from '../../shared/access/contract.ts';
import { serve } from '../core/http/serve.ts';
import { approveRequest, refuseRequest } from './answer-request.ts';
import { breakGlass } from './break-glass.ts';
import { explainAccess } from './explain-access.ts';
import { endAccess } from './end-access.ts';
import { listOpenRequests, listRequestsAt } from './list-requests.ts';
import { requestAccess, withdrawRequest } from './request-access.ts';

/** Access through a barrier, and why somebody has it or not. */
export function requestRoutes() {
  return serve('access-requests', endpoints, (on) => {
    on(
      endpoints.listOpenRequests,
      {
        summary:
          'List the requests that wait, and the broken glasses, wherever the caller is inside',
        answer: AccessRequest,
      },
      ({ work }) => listOpenRequests(work),
    );
    on(
      endpoints.listRequestsAt,
      { summary: 'List who asked for access here, and had it', answer: AccessRequest },
      ({ work, id }) => listRequestsAt(work, id),
    );
    on(
      endpoints.requestAccess,
      {
        summary: 'Ask for access through the barrier',
        body: RequestAccess,
        answer: AccessRequest,
        collection: 'access-requests',
      },
      ({ work, id, body }) => requestAccess(work, id, body),
    );
    on(
      endpoints.breakGlass,
      {
        summary: 'Take access in an emergency',
        body: BreakGlass,
        answer: AccessRequest,
        collection: 'access-requests',
      },
      ({ work, id, body }) => breakGlass(work, id, body),
    );
    on(
      endpoints.approveRequest,
      { summary: 'Let somebody in for the time asked for', answer: AccessRequest },
      ({ work, id }) => approveRequest(work, id),
    );
    on(
      endpoints.refuseRequest,
      { summary: 'Refuse a request for access', body: RefuseRequest, answer: AccessRequest },
      ({ work, id, body }) => refuseRequest(work, id, body),
    );
    on(
      endpoints.withdrawRequest,
      { summary: 'Take one’s own request back', answer: AccessRequest },
      ({ work, id }) => withdrawRequest(work, id),
    );
    on(
      endpoints.endAccess,
      { summary: 'End access through the barrier', answer: AccessRequest },
      ({ work, id }) => endAccess(work, id),
    );
    on(
      endpoints.explainAccess,
      {
        summary: 'Say whether an action is allowed, and why',
        query: ExplainQuery,
        answer: Explanation,
      },
      ({ work, query }) => explainAccess(work, query),
    );
  });
}
