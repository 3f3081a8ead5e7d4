import { formats } from '../core/words/formats.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  noSuchAction: 'Diese Aktion gibt es nicht für viele Zeilen.',
  noSuchList: 'Die Zeilen dieser Liste können nicht als Ganzes gemeint sein.',
  eitherIdsOrList: 'Geben Sie entweder die Zeilen (ids) oder die Liste an.',
  tooManyRows: ({ most }) =>
    `Höchstens ${formats().number(most)} Zeilen können auf einmal geändert werden. Grenzen Sie die Liste ein.`,
  nothingMeant: 'Die Liste ist leer.',
  tooManyJobs:
    'Sie haben viele Änderungen an vielen Zeilen begonnen. Warten Sie einen Moment vor der nächsten.',
  sessionOver:
    'Sie haben sich abgemeldet oder dürfen sich nicht mehr anmelden. Was erledigt wurde, bleibt.',
  roleEnded: 'Eine Rolle, mit der dies begonnen wurde, ist beendet. Was erledigt wurde, bleibt.',
} satisfies Words<typeof en>;
