import { answersValue, endpoint, takesQuery } from '../core/endpoint.ts';
import type { SearchHits, SearchQuery } from './contract.ts';

export const search = endpoint(
  'GET /search',
  answersValue<typeof SearchHits>(),
  takesQuery<typeof SearchQuery>(),
);
