import {
  answersMade,
  answersNothing,
  answersPage,
  answersRecord,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type { EditView, SavedView, SaveView, ViewsQuery } from './contract.ts';

export const listViews = endpoint(
  'GET /organisations/:id/views',
  answersPage<typeof SavedView>(),
  takesQuery<typeof ViewsQuery>(),
);

export const saveView = endpoint(
  'POST /organisations/:id/views',
  answersMade<typeof SavedView>(),
  takesBody<typeof SaveView>(),
);

export const findView = endpoint('GET /views/:id', answersRecord<typeof SavedView>());

export const editView = endpoint(
  'PATCH /views/:id',
  answersRecord<typeof SavedView>(),
  takesBody<typeof EditView>(),
);

export const deleteView = endpoint('DELETE /views/:id', answersNothing());
