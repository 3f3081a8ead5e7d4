import { NoteFields } from '../../../shared/onboarding/notes-contract.ts';
import { noteRecord } from '../../../shared/onboarding/records.ts';
import { publish } from '../../core/changes/publication.ts';
import { OnboardingNote } from './note.entity.ts';

/**
 * Changes and audit tell that there is a note, and not what it says: a note that was meant for
 * others is gone with its text once it is removed.
 */
export const notePublication = publish(noteRecord, {
  entity: OnboardingNote,
  fields: NoteFields,
  deeds: 'onboarding.',
});
