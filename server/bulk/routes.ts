import { BulkAnswer, BulkQuery, StartBulk } from '../../shared/bulk/contract.ts';
import * as endpoints from '../../shared/bulk/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import type { Node } from '../core/node.ts';
import { foreseeBulk } from './foresee-bulk.ts';
import { readRequest } from './read-request.ts';
import { startBulk } from './start-bulk.ts';

/** The one door to what is done to many records at once. */
export function bulkRoutes(node: Node) {
  return serve('bulk', endpoints, (on) => {
    on(
      endpoints.startBulk,
      {
        summary: 'Do something to many records, by a job; or see what would come of it',
        body: StartBulk,
        query: BulkQuery,
        answer: BulkAnswer,
      },
      async ({ work, body, query }) => {
        const request = await readRequest(work, node, body);
        return query.dryRun === 'true' ? foreseeBulk(work, request) : startBulk(work, request);
      },
    );
  });
}
