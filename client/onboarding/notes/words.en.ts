import { isolated } from '../../../shared/core/isolated.ts';

export const en = {
  title: 'Notes',
  write: 'Write a note',
  hint: 'Type @ to mention somebody.',
  audience: 'Who sees it',
  for: ({ audience }: { audience: string }) => `For: ${audience}`,
  everybody: 'everybody who sees this onboarding',
  onlyOurs: ({ name }: { name: string }) => `only ${isolated(name)}`,
  andAbove: ({ name }: { name: string }) => `${isolated(name)} and those above`,
  post: 'Post the note',
  notPosted: 'The note was not posted.',
  empty: 'No notes yet',
  emptyHint: 'What you write here is seen at once by those whom you choose, and by nobody else.',
  people: 'People to mention',
  nobodyFits: 'Nobody of that name sees this note.',
  mentionable: ({ count }: { count: number }) => `${String(count)} people`,
  remove: 'Remove the note',
  removeTitle: 'Remove this note?',
  removeBody: 'Its text is gone for everybody. That there was a note stays on record.',
};
