import { pageOf } from '../../shared/core/paging.ts';
import { Activity, ActivityQuery } from '../../shared/live/contract.ts';
import { accept, describe } from '../core/http/accept.ts';
import { createRouter } from '../core/http/router.ts';
import { listActivity } from './list-activity.ts';

/** The feed of what happened, below `/api`. */
export function activityRoutes() {
  return createRouter().get(
    '/organisations/:id/activity',
    describe({ summary: 'List what happened here and below', answer: pageOf(Activity) }),
    accept('query', ActivityQuery),
    async (c) => c.json(await listActivity(c.var.work, c.req.param('id'), c.req.valid('query'))),
  );
}
