import { answersPage, endpoint, takesQuery } from '../core/endpoint.ts';
import type { Activity, ActivityQuery } from './contract.ts';

export const listActivity = endpoint(
  'GET /organisations/:id/activity',
  answersPage<typeof Activity>(),
  takesQuery<typeof ActivityQuery>(),
);
