import { Refusal } from '../../../shared/core/refusals.ts';
import { publish } from '../../../server/core/changes/publication.ts';
import type { Work } from '../../../server/core/db/work.ts';
import { on } from '../../../server/core/events.ts';
import type { Feature } from '../../../server/core/feature.ts';
import { accept, describe } from '../../../server/core/http/accept.ts';
import { createRouter } from '../../../server/core/http/router.ts';
import { newId } from '../../../server/core/new-id.ts';
import { organisationDeleted } from '../../../server/organisations/events.ts';
import { requirePlace } from '../../../server/organisations/require-organisation.ts';
import { Note } from './note.entity.ts';
import { NewNote, Note as NoteView, noteRecord } from './record.ts';

async function addNote(
  work: Work,
  organisationId: string,
  { text, isPinned }: { text: string; isPinned: boolean },
): Promise<NoteView> {
  return work.transaction('note.add', async (tx) => {
    await requirePlace(tx, organisationId, 'organisation.edit');
    const note = tx.em.create(Note, { id: newId(), organisationId, text, isPinned });
    await tx.em.flush();
    return { id: note.id, organisationId, text, isPinned, version: note.version };
  });
}

/** A feature that the product does not know: a record, a route, and a reaction that may refuse. */
export const notes: Feature = {
  name: 'notes',
  entities: [Note],
  publications: [publish(noteRecord, { entity: Note, fields: NoteView })],
  reactions: [
    on(organisationDeleted, async (tx, { organisationId }) => {
      const all = await tx.em.find(Note, { organisationId });
      if (all.some(({ isPinned }) => isPinned)) {
        throw new Refusal('request.invalid', 'A note is pinned here. Remove it first.');
      }
      tx.em.remove(all);
    }),
  ],
  routes: () =>
    createRouter().post(
      '/organisations/:id/notes',
      describe({ summary: 'Leave a note', answer: NoteView, status: 201 }),
      accept('json', NewNote),
      async (c) => c.json(await addNote(c.var.work, c.req.param('id'), c.req.valid('json')), 201),
    ),
};
