import type { Words } from '../words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  jobLeft: 'Der Prozess endete, während dies ihn verließ.',
  jobTooOften: 'Es wurde zu oft begonnen.',
  jobUnreadable: 'Was zu tun ist, lässt sich mit dem Schlüssel dieses Servers nicht lesen.',
  jobStuck: 'Der Server konnte nicht damit fortfahren.',
  mailNotWritten: 'Die E-Mail konnte nicht in den Postausgang geschrieben werden.',
  mailUnanswered: 'Der E-Mail-Server hat nicht geantwortet.',
} satisfies Words<typeof en>;
