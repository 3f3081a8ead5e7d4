import { isolated } from '../../shared/core/isolated.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  checkAccess: 'Zugriff prüfen…',
  seesAndChanges: ({ name }) => `Sieht und ändert ${isolated(name)} und alles darunter.`,
  seesOnly: ({ name }) => `Sieht ${isolated(name)} und alles darunter, ändert nichts.`,
} satisfies Words<typeof en>;
