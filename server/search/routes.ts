import { SearchHits, SearchQuery } from '../../shared/search/contract.ts';
import * as endpoints from '../../shared/search/endpoints.ts';
import type { Node } from '../core/node.ts';
import { serve } from '../core/http/serve.ts';
import { findHits } from './find-hits.ts';

/** One search for everything. */
export function searchRoutes({ features }: Node) {
  const sources = features.flatMap(({ search = [] }) => search);
  return serve('search', endpoints, (on) => {
    on(
      endpoints.search,
      {
        summary: 'Find organisations and people that the caller may see',
        query: SearchQuery,
        answer: SearchHits,
      },
      ({ work, query }) => findHits(work, sources, query),
    );
  });
}
