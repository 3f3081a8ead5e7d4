import { Activity, ActivityQuery } from '../../shared/live/contract.ts';
import * as endpoints from '../../shared/live/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import { listActivity } from './list-activity.ts';

/** The route of the activity feed. */
export function activityRoutes() {
  return serve('live', endpoints, (on) => {
    on(
      endpoints.listActivity,
      { summary: 'List what happened here and below', query: ActivityQuery, answer: Activity },
      ({ work, id, query }) => listActivity(work, id, query),
    );
  });
}
