import type { Page } from '../../../shared/core/paging.ts';
import type { Note } from '../../../shared/onboarding/notes-contract.ts';
import { mayRead } from '../../../shared/onboarding/notes.ts';
import type { Work } from '../../core/db/work.ts';
import { requirePlace } from '../../organisations/require-organisation.ts';
import { OnboardingNote } from './note.entity.ts';

/** The notes on an onboarding that the reader may see, the latest first. */
export function listNotes(work: Work, id: string): Promise<Page<Note>> {
  return work.read(async (reading) => {
    const { em, person } = reading;
    const { place } = await requirePlace(reading, id, 'progress.view');
    const notes = await em.find(OnboardingNote, { subjectId: id }, { orderBy: { id: 'desc' } });
    const items = notes.filter((note) => mayRead(person, note.toStand(), place)).map(viewNote);
    return { items, nextCursor: null };
  });
}

export function viewNote(note: OnboardingNote): Note {
  const { id, organisationId, subjectId, onboardingId, visibility, text, mentions } = note;
  return {
    ...{ id, organisationId, subjectId, onboardingId, visibility, text, mentions },
    author: { id: note.authorId, displayName: note.authorName },
    writtenAt: note.writtenAt.toISOString(),
    version: note.version,
  };
}
