import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  onlyWaiting: 'Nur ein wartender Auftrag kann abgebrochen werden.',
  onlyEnded:
    'Nur ein Auftrag, der fehlschlug, abgebrochen wurde oder ungewiss ist, kann wiederholt werden.',
} satisfies Words<typeof en>;
