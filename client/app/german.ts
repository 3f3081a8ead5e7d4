import type { Tables } from '../../shared/core/words/speech.ts';
import { de as core } from '../core/words.de.ts';
import { de as ui } from '../ui/words.de.ts';

/** Every German message of the client and of what both sides say, by its folder. */
export const german: Tables = {
  'client/core': core,
  'client/ui': ui,
};
