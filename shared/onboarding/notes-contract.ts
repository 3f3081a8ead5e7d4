import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { LENGTHS } from '../core/lengths.ts';
import { OVERRIDES } from '../core/line.ts';
import { isVisible } from '../core/visible.ts';
import { fixedText } from '../core/words/said.ts';
import { StepOwner } from './contract.ts';
import { says } from './words.ts';

/**
 * Who sees a note, from where its author stands: the people of their own organisation; also everybody
 * above; also the organisation below; or everybody who sees the onboarding.
 */
export const NoteVisibility = z.enum(['ours', 'parent', 'child', 'all']);
export type NoteVisibility = z.infer<typeof NoteVisibility>;

/** What is known of a note wherever it travels; its text is read from its list alone. */
export const NoteFields = z.object({
  id: Id,
  /** Where it stands, which decides who sees it. */
  organisationId: Id,
  /** The organisation whose onboarding it is about. */
  subjectId: Id,
  onboardingId: Id,
  visibility: NoteVisibility,
  version: z.number().int(),
});
export type NoteFields = z.infer<typeof NoteFields>;

/** A note on an onboarding. */
export const Note = NoteFields.extend({
  /** As written; people are mentioned as `<@id>`. */
  text: z.string(),
  author: StepOwner,
  mentions: z.array(StepOwner),
  writtenAt: z.iso.datetime(),
});
export type Note = z.infer<typeof Note>;

export const WriteNote = z.strictObject({
  text: z
    .string()
    .overwrite((text) => text.replace(OVERRIDES, '').trim())
    .refine(isVisible, fixedText(says.writeSomething))
    .max(LENGTHS.note, fixedText(says.noteTooLong)),
  visibility: NoteVisibility,
});
export type WriteNote = z.infer<typeof WriteNote>;
