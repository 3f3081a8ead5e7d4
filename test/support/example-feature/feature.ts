import type { Page } from '../../../shared/core/paging.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { publish } from '../../../server/core/changes/publication.ts';
import type { Work } from '../../../server/core/db/work.ts';
import { on } from '../../../server/core/events.ts';
import type { Feature } from '../../../server/core/feature.ts';
import { serve } from '../../../server/core/http/serve.ts';
import { newId } from '../../../server/core/new-id.ts';
import { organisationDeleted } from '../../../server/organisations/events.ts';
import { requirePlace } from '../../../server/organisations/require-organisation.ts';
import { Note } from './note.entity.ts';
import * as endpoints from './endpoints.ts';
import { NewNote, Note as NoteView, noteRecord } from './record.ts';

function listNotes(work: Work, organisationId: string): Promise<Page<NoteView>> {
  return work.read(async (reading) => {
    await requirePlace(reading, organisationId, 'directory.view');
    const notes = await reading.em.find(Note, { organisationId });
    return { items: notes.map(view), nextCursor: null };
  });
}

async function addNote(
  work: Work,
  organisationId: string,
  { text, isPinned }: NewNote,
): Promise<NoteView> {
  return work.transaction('note.add', async (tx) => {
    await requirePlace(tx, organisationId, 'organisation.edit');
    const note = tx.em.create(Note, { id: newId(), organisationId, text, isPinned });
    await tx.em.flush();
    return view(note);
  });
}

function view({ id, organisationId, text, isPinned, version }: Note): NoteView {
  return { id, organisationId, text, isPinned, version };
}

/** A feature that the product does not know: a record, its routes, and a reaction that may refuse. */
export const notes: Feature = {
  name: 'notes',
  entities: [Note],
  publications: [publish(noteRecord, { entity: Note, fields: NoteView })],
  reactions: [
    on(organisationDeleted, async (tx, { organisationId }) => {
      const all = await tx.em.find(Note, { organisationId });
      if (all.some(({ isPinned }) => isPinned)) {
        throw new Refusal('request.invalid', {
          code: 'notes.pinned',
          detail: 'A note is pinned here. Remove it first.',
        });
      }
      tx.em.remove(all);
    }),
  ],
  routes: () =>
    serve('notes', endpoints, (on) => {
      on(endpoints.listNotes, { summary: 'List the notes', answer: NoteView }, ({ work, id }) =>
        listNotes(work, id),
      );
      on(
        endpoints.leaveNote,
        { summary: 'Leave a note', body: NewNote, answer: NoteView, collection: 'notes' },
        ({ work, id, body }) => addNote(work, id, body),
      );
    }),
};
