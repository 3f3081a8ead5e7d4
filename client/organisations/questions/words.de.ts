import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  suspendTitle: ({ name }) => `${isolated(name)} aussetzen?`,
  suspendBody:
    'Personen hier werden abgemeldet und können sich nicht anmelden, und es kann nichts angelegt werden. Die Abrechnung läuft weiter. Sie können jederzeit wieder aktivieren.',
  suspendAllBody: ({ name }) =>
    `${isolated(name)} und alles darunter wird ausgesetzt: Personen dort werden abgemeldet und können sich nicht anmelden, und es kann nichts angelegt werden. Die Abrechnung läuft weiter. Sie können jederzeit wieder aktivieren.`,
  suspendAction: ({ name }) => `${isolated(name)} aussetzen`,
  suspendAll: ({ name }) => `${isolated(name)} und alles darunter aussetzen`,
  activateTitle: ({ name }) => `${isolated(name)} aktivieren?`,
  activateBody:
    'Personen dort können sich wieder anmelden. Was darunter für sich ausgesetzt wurde, bleibt ausgesetzt.',
  activateAction: ({ name }) => `${isolated(name)} aktivieren`,
  lockTitle: ({ name }) => `${isolated(name)} sperren?`,
  lockBody:
    'Nur Administratoren Ihrer Ebene und darüber können dann Namen, Details, Abrechnung und Einstellungen ändern oder entsperren.',
  lockAction: ({ name }) => `${isolated(name)} sperren`,
  unlockTitle: ({ name }) => `${isolated(name)} entsperren?`,
  unlockBody:
    'Die eigenen Administratoren können dann Namen, Details, Abrechnung und Einstellungen wieder ändern.',
  unlockAction: ({ name }) => `${isolated(name)} entsperren`,
  deleteTitle: ({ name }) => `${isolated(name)} löschen?`,
  deleteBody: ({ name, days }) =>
    `${isolated(name)} wird mit allen Konten und den Rollen dort gelöscht. Eine Wiederherstellung ist ${formats().number(days)} Tage lang möglich. API-Token, und Rollen, die diese Personen anderswo haben, können nicht wiederhergestellt werden.`,
  deleteAction: ({ name }) => `${isolated(name)} löschen`,
  isDeleted: ({ name }) => `${isolated(name)} ist gelöscht`,
  restorableUntil: ({ date }) => `Eine Wiederherstellung ist bis ${date} möglich.`,
  restore: 'Wiederherstellen',

  reason: 'Grund',
  reasonHint: 'Optional. Alle, die den Zustand sehen, lesen ihn, auch der Kunde.',
} satisfies Words<typeof en>;
