import { Home } from '../../shared/home/contract.ts';
import * as endpoints from '../../shared/home/endpoints.ts';
import type { Node } from '../core/node.ts';
import { serve } from '../core/http/serve.ts';
import { findHome } from './find-home.ts';

/** What a person's home says first. */
export function homeRoutes({ features }: Node) {
  const sources = features.flatMap(({ home }) => home ?? []);
  return serve('home', endpoints, (on) => {
    on(
      endpoints.findHome,
      { summary: 'Read what waits for the caller, and figures of what is theirs', answer: Home },
      ({ work }) => findHome(work, sources),
    );
  });
}
