import { isolated } from '../../../shared/core/isolated.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  title: 'Notizen',
  write: 'Notiz schreiben',
  hint: 'Mit @ erwähnen Sie jemanden.',
  audience: 'Wer sie sieht',
  for: ({ audience }) => `Für: ${audience}`,
  everybody: 'alle, die dieses Onboarding sehen',
  onlyOurs: ({ name }) => `nur ${isolated(name)}`,
  andAbove: ({ name }) => `${isolated(name)} und alle darüber`,
  post: 'Notiz veröffentlichen',
  notPosted: 'Die Notiz wurde nicht veröffentlicht.',
  empty: 'Noch keine Notizen',
  emptyHint: 'Was Sie hier schreiben, sehen die sofort, die Sie wählen, und sonst niemand.',
  people: 'Personen zum Erwähnen',
  nobodyFits: 'Niemand mit diesem Namen sieht diese Notiz.',
  mentionable: ({ count }) => `${String(count)} Personen`,
  remove: 'Notiz entfernen',
  removeTitle: 'Diese Notiz entfernen?',
  removeBody: 'Ihr Text ist für alle weg. Dass es eine Notiz gab, bleibt festgehalten.',
} satisfies Words<typeof en>;
