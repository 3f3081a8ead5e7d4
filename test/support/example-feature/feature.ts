import { folded } from '../../../shared/core/folded.ts';
import type { Page } from '../../../shared/core/paging.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { publish } from '../../../server/core/changes/publication.ts';
import { holding } from '../../../server/core/db/keyset-page.ts';
import type { Work } from '../../../server/core/db/work.ts';
import { on } from '../../../server/core/events.ts';
import { byTime } from '../../../server/core/by-time.ts';
import { SECOND } from '../../../server/core/clock.ts';
import type { Feature } from '../../../server/core/feature.ts';
import { serve } from '../../../server/core/http/serve.ts';
import type { JobKind } from '../../../server/core/jobs/kind.ts';
import { newId } from '../../../server/core/new-id.ts';
import type { SearchSource } from '../../../server/core/search.ts';
import { organisationDeleted } from '../../../server/organisations/events.ts';
import { openWithin } from '../../../server/organisations/lists/open-within.ts';
import { pathsOf } from '../../../server/organisations/names-of.ts';
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
    const note = tx.em.create(Note, {
      id: newId(),
      ...{ organisationId, text, isPinned },
      searchText: folded(text),
    });
    if (isPinned) {
      tx.enqueue({
        kind: unpinOlder,
        title: 'Unpin the older notes',
        outline: 'Unpin the older notes',
        subject: note.id,
        organisationId,
      });
    }
    await tx.em.flush();
    return view(note);
  });
}

/** One note at a time is pinned; those that were are unpinned beside the request. */
const unpinOlder: JobKind<string> = {
  name: 'unpin-older-notes',
  retryAfter: [SECOND],
  delivery: () => 'at least once',
  explain: () => 'The notes could not be read.',
  run: (node, id) =>
    node.openOwnWork().transaction('note.unpin', async (tx) => {
      tx.signAs(byTime);
      const pinned = await tx.em.findOne(Note, { id });
      if (!pinned) return;
      const { organisationId } = pinned;
      const others = { organisationId, isPinned: true, id: { $lt: id } };
      for (const older of await tx.em.find(Note, others)) older.isPinned = false;
    }),
};

/** Notes by their words, of the organisations that are open to the reader. */
const noteSearch: SearchSource = {
  kind: 'note',
  find: async (reading, { words }, most) => {
    const tops = reading.person.grants.map(({ path }) => path);
    if (tops.length === 0) return [];
    const open = { $or: tops.map((path) => openWithin(reading.person, path)) };
    const holdsAll = words.map((word) => holding(reading.em, 'search_text', word));
    const found = await reading.em.find(Note, { $and: [open, ...holdsAll] }, { limit: most });
    const paths = await pathsOf(
      reading.em,
      found.map(({ organisationId }) => organisationId),
    );
    return found.map(({ id, text, organisationId }) => ({
      kind: 'note',
      id,
      title: text,
      also: [],
      keys: [id],
      path: paths.get(organisationId) ?? '',
      organisationId,
      subtitle: '',
      href: `/organisations/${organisationId}/notes`,
    }));
  },
  findNearly: () => Promise.resolve([]),
};

function view({ id, organisationId, text, isPinned, version }: Note): NoteView {
  return { id, organisationId, text, isPinned, version };
}

/**
 * A feature that the product does not know: a record, its routes, a reaction that may refuse, a job,
 * and what is found of it. Its page is beside it.
 */
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
  jobs: [unpinOlder as JobKind],
  search: [noteSearch],
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
