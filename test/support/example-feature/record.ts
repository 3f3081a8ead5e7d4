import { z } from 'zod';
import { record } from '../../../shared/core/record.ts';
import { listNotes } from './endpoints.ts';

/** A note that people leave at an organisation: what this example is about. */
export const Note = z.object({
  id: z.string(),
  organisationId: z.string(),
  text: z.string(),
  isPinned: z.boolean(),
  version: z.number().int(),
});
export type Note = z.infer<typeof Note>;

export const NewNote = z.strictObject({
  text: z.string().trim().min(1, 'Write something.').max(200),
  isPinned: z.boolean().default(false),
});
export type NewNote = z.infer<typeof NewNote>;

export const noteRecord = record<Note>()({
  name: 'note',
  topic: 'directory',
  list: listNotes,
  nameOf: ({ text }) => text,
});
