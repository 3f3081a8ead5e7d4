import { EditView, SavedView, SaveView, ViewsQuery } from '../../shared/views/contract.ts';
import * as endpoints from '../../shared/views/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import type { Node } from '../core/node.ts';
import { deleteView, editView, findView, listViews, saveView } from './saved-views.ts';

/** The views that people save of lists, and share. */
export function viewRoutes({ bulkLists: lists }: Node) {
  return serve('views', endpoints, (on) => {
    on(
      endpoints.listViews,
      {
        summary: 'List the own and the shared views of a list',
        query: ViewsQuery,
        answer: SavedView,
      },
      ({ work, id, query }) => listViews(work, lists, id, query.list),
    );
    on(
      endpoints.saveView,
      {
        summary: 'Save what a list is asked for, for oneself or for everybody there',
        body: SaveView,
        answer: SavedView,
        collection: 'views',
      },
      ({ work, id, body }) => saveView(work, lists, id, body),
    );
    on(endpoints.findView, { summary: 'Read a view', answer: SavedView }, ({ work, id }) =>
      findView(work, lists, id),
    );
    on(
      endpoints.editView,
      { summary: 'Rename or replace a view, or begin with it', body: EditView, answer: SavedView },
      ({ work, id, body, expected }) => editView(work, lists, id, { patch: body, expected }),
    );
    on(endpoints.deleteView, { summary: 'Delete a view' }, ({ work, id }) =>
      deleteView(work, lists, id),
    );
  });
}
