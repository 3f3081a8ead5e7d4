import type { ExplainQuery, Explanation } from '../access/contract.ts';
import {
  answersMade,
  answersPage,
  answersRecord,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type { AccessRequest, BreakGlass, RefuseRequest, RequestAccess } from './contract.ts';

export const listOpenRequests = endpoint(
  'GET /access-requests',
  answersPage<typeof AccessRequest>(),
);

export const listRequestsAt = endpoint(
  'GET /organisations/:id/access-requests',
  answersPage<typeof AccessRequest>(),
);

export const requestAccess = endpoint(
  'POST /organisations/:id/access-requests',
  answersMade<typeof AccessRequest>(),
  takesBody<typeof RequestAccess>(),
);

export const breakGlass = endpoint(
  'POST /organisations/:id/break-glass',
  answersMade<typeof AccessRequest>(),
  takesBody<typeof BreakGlass>(),
);

export const approveRequest = endpoint(
  'POST /access-requests/:id/approve',
  answersRecord<typeof AccessRequest>(),
);

export const refuseRequest = endpoint(
  'POST /access-requests/:id/refuse',
  answersRecord<typeof AccessRequest>(),
  takesBody<typeof RefuseRequest>(),
);

export const withdrawRequest = endpoint(
  'POST /access-requests/:id/withdraw',
  answersRecord<typeof AccessRequest>(),
);

export const endAccess = endpoint(
  'POST /access-requests/:id/end',
  answersRecord<typeof AccessRequest>(),
);

export const explainAccess = endpoint(
  'GET /access/explain',
  answersValue<typeof Explanation>(),
  takesQuery<typeof ExplainQuery>(),
);
