import type { Place } from '../../../shared/access/place.ts';
import { refuseField, refuseFor } from '../../../shared/core/refusals.ts';
import { mentionedIn } from '../../../shared/onboarding/mentions.ts';
import { levelOf, type NoteStand, standOf } from '../../../shared/onboarding/notes.ts';
import type { Note, WriteNote } from '../../../shared/onboarding/notes-contract.ts';
import { sideAt } from '../../../shared/onboarding/sides.ts';
import { says } from '../../../shared/onboarding/words.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { Work } from '../../core/db/work.ts';
import { newId } from '../../core/new-id.ts';
import { requirePlace } from '../../organisations/require-organisation.ts';
import type { Onboarding } from '../onboarding.entity.ts';
import { requireWhole } from '../whole.ts';
import { viewNote } from './list-notes.ts';
import { requireMentioned } from './mentioned.ts';
import { OnboardingNote } from './note.entity.ts';

const MOST_NOTES = 200;

/**
 * Somebody who works on an onboarding writes something down, for those whom they choose [O17]. What
 * everybody sees, from the side that is waited on, is progress: nothing has stalled then [O10].
 */
export function writeNote(work: Work, id: string, { text, visibility }: WriteNote): Promise<Note> {
  return work.transaction('onboarding.note', async (tx) => {
    const { place } = await requirePlace(tx, id, 'onboarding.edit');
    const { onboarding } = await requireWhole(tx, id);
    const level = levelOf(tx.person.grants, place);
    const stand = standOf(visibility, place, level);
    if (!stand) {
      throw refuseField('visibility', visibility === 'child' ? says.nobodyBelow : says.nobodyAbove);
    }
    await requireRoom(tx, id, stand);
    const mentions = await requireMentioned(tx, mentionedIn(text), { stand, place });

    const note = tx.em.create(OnboardingNote, {
      ...{ id: newId(), organisationId: stand.organisationId, subjectId: id },
      ...{ onboardingId: onboarding.id, visibility, text, mentions, writtenAt: tx.now },
      ...{ authorId: tx.person.accountId, authorName: tx.signature.displayName },
    });
    if (isProgress(stand, { onboarding, place, level })) onboarding.move(tx.now);
    await tx.em.flush();
    return viewNote(note);
  });
}

/** Only those count that the same people see: a limit on all would tell how many others there are. */
async function requireRoom(
  { em }: Transaction,
  subjectId: string,
  { organisationId, isInternal }: NoteStand,
): Promise<void> {
  const visibility = isInternal ? ('ours' as const) : { $ne: 'ours' as const };
  const count = await em.count(OnboardingNote, { subjectId, organisationId, visibility });
  if (count >= MOST_NOTES) throw refuseFor('state', says.tooManyNotes);
}

interface Written {
  onboarding: Onboarding;
  place: Place;
  level: number;
}

function isProgress(
  { isInternal, organisationId }: NoteStand,
  { onboarding, place, level }: Written,
): boolean {
  const isForAll = !isInternal && organisationId === onboarding.organisationId;
  return isForAll && onboarding.waitsOn === sideAt(place, level);
}
