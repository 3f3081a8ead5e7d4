import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  isSetUp: 'Ihr zweiter Faktor ist eingerichtet',
  addAppTitle: 'Authentifizierungs-App hinzufügen',
  addPasskey: 'Passkey hinzufügen',
  kept: 'Ich habe sie aufbewahrt',
  picture: 'Das Bild, das Sie mit Ihrer Authentifizierungs-App scannen',
  scan: 'Scannen Sie das Bild mit Ihrer Authentifizierungs-App, oder geben Sie dort diesen Schlüssel ein:',
  copyKey: 'Schlüssel kopieren',
  addApp: 'App hinzufügen',
  code: 'Code',
  codeNow: 'Die sechs Ziffern, die die App jetzt anzeigt.',
  codeMissing: 'Geben Sie den Code ein.',

  signInTitle: 'Noch ein Schritt',
  signInLead: 'Zeigen Sie Ihren zweiten Faktor, um sich anzumelden.',
  usePasskey: 'Passkey verwenden',
  continue: 'Weiter',
  recoveryCode: 'Wiederherstellungscode',
  anyCode: 'Die sechs Ziffern Ihrer Authentifizierungs-App oder ein Wiederherstellungscode.',
  recoveryCodeHint: 'Einer von denen, die Sie für den Verlust des Passkeys aufbewahrt haben.',
  lostAll: 'Alle verloren? Ein Administrator Ihrer Organisation kann sie zurücksetzen.',

  enrolTitle: 'Zweiten Faktor einrichten',
  enrolLead:
    'Ihr Konto braucht einen: etwas, das Sie besitzen, neben dem Passwort, das Sie kennen.',
  keptContinue: 'Ich habe sie aufbewahrt: weiter',
  useApp: 'Authentifizierungs-App verwenden',
  chooseAgain: 'Neu wählen',

  renameTitle: 'Passkey umbenennen',
  name: 'Name',
  nameHint: 'Wo er aufbewahrt ist, damit Sie ihn wiedererkennen.',
  nameMissing: 'Geben Sie einen Namen ein.',
  saveName: 'Namen speichern',
  cancel: 'Abbrechen',

  stillYou: 'Sind Sie es noch?',
  stillYouLead: 'Was Sie vorhaben, braucht einen Nachweis, der nicht älter als fünf Minuten ist.',
  appCode: 'Die sechs Ziffern Ihrer Authentifizierungs-App.',
  password: 'Ihr Passwort',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
  usePassword: 'Stattdessen das Passwort verwenden',
  useCode: 'Stattdessen einen Code verwenden',

  keepCodes: 'Bewahren Sie diese Wiederherstellungscodes auf',
  shownOnce:
    'Sie werden nur dieses eine Mal angezeigt. Jeder öffnet Ihr Konto einmal, wenn alles andere verloren ist.',
  recoveryCodes: 'Wiederherstellungscodes',
  copyCodes: 'Codes kopieren',
  copyAll: 'Alle kopieren',

  title: 'Zweiter Faktor',
  lead: 'Etwas, das Sie besitzen, neben dem Passwort, das Sie kennen. Damit öffnet ein gestohlenes Passwort nichts.',
  onlyOne:
    'Ihre Organisation verlangt einen zweiten Faktor, und dies ist der einzige. Fügen Sie zuerst einen anderen hinzu.',
  newApp: 'App hinzufügen…',
  newPasskey: 'Passkey hinzufügen…',
  none: 'Sie haben noch keinen.',
  app: 'Authentifizierungs-App',
  added: ({ when }) => parts`hinzugefügt ${when}`,
  addedUnused: ({ when }) => parts`hinzugefügt ${when}, noch nicht benutzt`,
  addedUsed: ({ when, used }) => parts`hinzugefügt ${when}, zuletzt benutzt ${used}`,
  remove: 'Entfernen',
  removeApp: 'Authentifizierungs-App entfernen',
  removeThis: ({ name }) => `${isolated(name)} entfernen`,
  rename: 'Umbenennen…',
  renameThis: ({ name }) => `${isolated(name)} umbenennen`,
  codesLeft: ({ count }) =>
    plural(count, { one: 'Noch 1 Code', other: `Noch ${formats().number(count)} Codes` }),
  replaceCodes: 'Ersetzen…',
  newCodes: 'Ihre neuen Wiederherstellungscodes',
} satisfies Words<typeof en>;
