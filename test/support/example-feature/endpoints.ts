import { answersMade, answersPage, endpoint, takesBody } from '../../../shared/core/endpoint.ts';
import type { NewNote, Note } from './record.ts';

export const listNotes = endpoint('GET /organisations/:id/notes', answersPage<typeof Note>());

export const leaveNote = endpoint(
  'POST /organisations/:id/notes',
  answersMade<typeof Note>(),
  takesBody<typeof NewNote>(),
);
