import {
  AccessRequest,
  BreakGlass,
  RefuseRequest,
  RequestAccess,
} from '../../shared/access/requests-contract.ts';
import { pageOf } from '../../shared/core/paging.ts';
import { accept, created, describe, record } from '../core/http/accept.ts';
import { createRouter } from '../core/http/router.ts';
import { approveRequest, refuseRequest } from './answer-request.ts';
import { breakGlass } from './break-glass.ts';
import { endAccess } from './end-access.ts';
import { listOpenRequests, listRequestsAt } from './list-requests.ts';
import { requestAccess, withdrawRequest } from './request-access.ts';

const one = { answer: AccessRequest };
const made = { ...one, status: 201, header: 'Idempotency-Key' } as const;

/** Access through a barrier, below `/api`. */
export function requestRoutes() {
  return createRouter()
    .get(
      '/access-requests',
      describe({
        summary:
          'List the requests that wait, and the broken glasses, wherever the caller is inside',
        answer: pageOf(AccessRequest),
      }),
      async (c) => c.json(await listOpenRequests(c.var.work)),
    )
    .get(
      '/organisations/:id/access-requests',
      describe({
        summary: 'List who asked for access here, and had it',
        answer: pageOf(AccessRequest),
      }),
      async (c) => c.json(await listRequestsAt(c.var.work, c.req.param('id'))),
    )
    .post(
      '/organisations/:id/access-requests',
      describe({ summary: 'Ask for access through the barrier', ...made }),
      accept('json', RequestAccess),
      async (c) =>
        created(
          c,
          'access-requests',
          await requestAccess(c.var.work, c.req.param('id'), c.req.valid('json')),
        ),
    )
    .post(
      '/organisations/:id/break-glass',
      describe({ summary: 'Take access in an emergency', ...made }),
      accept('json', BreakGlass),
      async (c) =>
        created(
          c,
          'access-requests',
          await breakGlass(c.var.work, c.req.param('id'), c.req.valid('json')),
        ),
    )
    .post(
      '/access-requests/:id/approve',
      describe({ summary: 'Let somebody in for the time asked for', ...one }),
      async (c) => record(c, await approveRequest(c.var.work, c.req.param('id'))),
    )
    .post(
      '/access-requests/:id/refuse',
      describe({ summary: 'Refuse a request for access', ...one }),
      accept('json', RefuseRequest),
      async (c) =>
        record(c, await refuseRequest(c.var.work, c.req.param('id'), c.req.valid('json'))),
    )
    .post(
      '/access-requests/:id/withdraw',
      describe({ summary: 'Take one’s own request back', ...one }),
      async (c) => record(c, await withdrawRequest(c.var.work, c.req.param('id'))),
    )
    .post(
      '/access-requests/:id/end',
      describe({ summary: 'End access through the barrier', ...one }),
      async (c) => record(c, await endAccess(c.var.work, c.req.param('id'))),
    );
}
