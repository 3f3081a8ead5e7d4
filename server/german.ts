import type { Tables } from '../shared/core/words/speech.ts';
import { sharedGerman } from '../shared/german.ts';
import { de as accessRequests } from './access-requests/words.de.ts';
import { de as accounts } from './accounts/words.de.ts';
import { de as core } from './core/words.de.ts';
import { de as notices } from './notices/words.de.ts';
import { de as passwords } from './sign-in/passwords/words.de.ts';

/** Every German message of mails, and of what both sides say, by its folder. */
export const german: Tables = {
  ...sharedGerman,
  'server/access-requests': accessRequests,
  'server/accounts': accounts,
  'server/core': core,
  'server/notices': notices,
  'server/sign-in/passwords': passwords,
};
