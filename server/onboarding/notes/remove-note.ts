import { isId } from '../../../shared/core/ids.ts';
import { Refusal, refuseFor } from '../../../shared/core/refusals.ts';
import { mayRead } from '../../../shared/onboarding/notes.ts';
import { says } from '../../../shared/onboarding/words.ts';
import type { Work } from '../../core/db/work.ts';
import { requirePlace } from '../../organisations/require-organisation.ts';
import { OnboardingNote } from './note.entity.ts';

/** Which note on the onboarding of which organisation. */
export interface NotePlace {
  id: string;
  note: string;
}

/** Its author takes a note back; that it was there stays on record, what it said does not. */
export function removeNote(work: Work, { id: subjectId, note: id }: NotePlace): Promise<void> {
  return work.transaction('onboarding.removeNote', async (tx) => {
    const { place } = await requirePlace(tx, subjectId, 'progress.view');
    const note = isId(id) ? await tx.em.findOne(OnboardingNote, { id, subjectId }) : null;
    if (!note || !mayRead(tx.person, note.toStand(), place)) throw new Refusal('not-found');
    if (note.authorId !== tx.person.accountId) throw refuseFor('role', says.notTheirs);
    tx.em.remove(note);
  });
}
