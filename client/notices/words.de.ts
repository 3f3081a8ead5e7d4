import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  byMail: 'Mitteilungen per E-Mail',
  byMailLead:
    'Was Sie im Posteingang gelesen haben, kommt nicht per E-Mail. Morgens heißt: in Ihrer Zeitzone.',
  kinds: {
    'role-given': 'Rollen, die Sie erhalten',
    'role-ended': 'Rollen, die enden',
    'access-request': 'Zugriffsanfragen und Notfallzugriffe',
    'access-answer': 'Antworten auf Ihre Zugriffsanfragen',
    'step-assigned': 'Schritte, um die Sie sich kümmern sollen',
    mentioned: 'Notizen, die Sie erwähnen',
  },
  mails: {
    soon: 'Nach zehn Minuten',
    daily: 'Morgens, alle in einer',
    never: 'Nie',
  },
  atOnce: 'Immer, sofort',
  inbox: 'Posteingang',
  about: 'Was Ihnen mitgeteilt wurde. Diese Seite zu öffnen, markiert nichts als gelesen.',
  unread: ({ count }) =>
    plural(count, {
      one: 'Posteingang, 1 ungelesen',
      other: `Posteingang, ${formats().number(count)} ungelesen`,
    }),
  isUnread: 'Ungelesen:',
  times: ({ count }) => `${formats().number(count)} Mal`,
  readAll: 'Alle als gelesen markieren',
  notRead: 'Es wurde nichts als gelesen markiert',
  nothing: 'Noch keine Mitteilungen',
  nothingHint:
    'Rollen, die Sie erhalten, und Antworten auf Ihre Anfragen erscheinen hier von selbst.',
} satisfies Words<typeof en>;
