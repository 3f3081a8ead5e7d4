import { noteRecord } from '../../../shared/onboarding/records.ts';
import { mayRead } from '../../../shared/onboarding/notes.ts';
import { says } from '../../../shared/onboarding/words.ts';
import { type NoticeKind, sayEach } from '../../core/notices.ts';
import { locateAll } from '../../organisations/require-organisation.ts';
import { OnboardingNote } from './note.entity.ts';

/** The notice to whom a note mentions, told while the note is there and they may see it [O18]. */
export const mentioned: NoticeKind = {
  kind: 'mentioned',
  resource: noteRecord.name,
  mail: 'unread',
  due: async (tx, { op, recordId }) => {
    if (op !== 'create') return [];
    const note = await tx.em.findOneOrFail(OnboardingNote, { id: recordId });
    const { subjectId, mentions, authorId } = note;
    const groupKey = `mentioned:${recordId}`;
    return mentions.flatMap(({ id }) =>
      id === authorId ? [] : [{ accountId: id, groupKey, recordId, organisationId: subjectId }],
    );
  },
  say: async ({ em, person }, notices) => {
    const ids = notices.map(({ recordId }) => recordId);
    const found = await em.find(OnboardingNote, { id: { $in: ids } });
    const notes = new Map(found.map((note) => [note.id, note]));
    const located = await locateAll(em, [...new Set(found.map(({ subjectId }) => subjectId))]);
    return sayEach(notices, ({ recordId }) => {
      const note = notes.get(recordId);
      const at = located.get(note?.subjectId ?? '');
      if (!note || !at) return undefined;
      if (!mayRead(person, note.toStand(), at.place)) return undefined;
      const name = at.place.at(-1)?.displayName ?? '';
      const message = says.mentionedAt({ who: note.authorName, name });
      return { message, href: `/organisations/${at.id}/onboarding` };
    });
  },
};
