import { answersQueued, endpoint, takesBody, takesQuery } from '../core/endpoint.ts';
import type { BulkAnswer, BulkQuery, StartBulk } from './contract.ts';

export const startBulk = endpoint('POST /bulk', answersQueued<typeof BulkAnswer>(), {
  ...takesBody<typeof StartBulk>(),
  ...takesQuery<typeof BulkQuery>(),
});
