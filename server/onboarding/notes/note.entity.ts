import { defineEntity, p } from '@mikro-orm/core';
import type { StepOwner } from '../../../shared/onboarding/contract.ts';
import type { NoteVisibility } from '../../../shared/onboarding/notes-contract.ts';
import type { NoteStand } from '../../../shared/onboarding/notes.ts';

const NoteSchema = defineEntity({
  name: 'OnboardingNote',
  tableName: 'onboarding_notes',
  properties: {
    id: p.uuid().primary(),
    /** Where it stands, which decides who sees it. */
    organisationId: p.uuid().index(),
    /** The organisation whose onboarding it is about. */
    subjectId: p.uuid().index(),
    onboardingId: p.uuid(),
    visibility: p.string().$type<NoteVisibility>(),
    text: p.text(),
    authorId: p.uuid(),
    /** By the names of the day, as everything that is on record. */
    authorName: p.string(),
    mentions: p.json().$type<StepOwner[]>(),
    writtenAt: p.datetime(3),
    version: p.integer().version(),
  },
});

/** A note on an onboarding, for those who see it where it stands [O17]. */
export class OnboardingNote extends NoteSchema.class {
  toStand(): NoteStand {
    return { organisationId: this.organisationId, isInternal: this.visibility === 'ours' };
  }
}
NoteSchema.setClass(OnboardingNote);
