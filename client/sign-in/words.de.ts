import { parts } from '../../shared/core/words/parts.ts';
import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  choosePassword: 'Neues Passwort wählen',
  askedToChange:
    'Ein Administrator Ihrer Organisation verlangt das. Danach geht es dort weiter, wo Sie waren.',
  changePassword: 'Passwort ändern',
  currentPassword: 'Aktuelles Passwort',
  newPassword: 'Neues Passwort',
  giveEmail: 'Geben Sie Ihre E-Mail-Adresse ein.',
  noMail: 'Es wird keine E-Mail gesendet',
  checkMail: 'Prüfen Sie Ihr Postfach',
  mailNotSetUp:
    'E-Mail ist hier nicht eingerichtet, daher kommt kein Link an. Bitten Sie einen Administrator um Hilfe.',
  backToSignIn: 'Zurück zur Anmeldung',
  forgotPassword: 'Passwort vergessen?',
  forgotLead:
    'Geben Sie die Adresse ein, mit der Sie sich anmelden. Sie erhalten einen Link per E-Mail, um ein neues Passwort zu wählen.',
  sendLink: 'Link senden',
  email: 'E-Mail',
  invitationGone: 'Diese Einladung ist nicht mehr gültig',
  invitationGoneLead:
    'Sie wurde verwendet, ist älter als sieben Tage oder wurde zurückgezogen. Bitten Sie um eine neue.',
  haveAccount: 'Ich habe ein Konto: anmelden',
  alreadyAccount: 'Sie haben bereits ein Konto',
  alreadyAccountLead:
    'Diese Adresse hat bereits ein Konto in Canopy, und eine Adresse hat nur ein Konto. Melden Sie sich damit an, oder lassen Sie sich unter einer anderen Adresse einladen.',
  signIn: 'Anmelden',
  yourInvitation: 'Ihre Einladung',
  join: 'Beitreten',
  yourName: 'Ihr Name',
  password: 'Passwort',
  goodPassword: 'Das ist ein gutes Passwort.',
  hidePassword: 'Passwort verbergen',
  showPassword: 'Passwort anzeigen',
  linkGone: 'Dieser Link ist nicht mehr gültig',
  linkGoneLead:
    'Er wurde verwendet, ist älter als eine Stunde, oder es wurde ein neuerer gesendet.',
  sendAnother: 'Neuen Link senden',
  passwordChanged: 'Ihr Passwort wurde geändert',
  passwordChangedLead: 'Sie wurden überall abgemeldet. Melden Sie sich mit dem neuen Passwort an.',
  goToSignIn: 'Zur Anmeldung',
  sessions: 'Wo Sie angemeldet sind',
  sessionsLead: 'Beenden Sie unbekannte Sitzungen und ändern Sie dann Ihr Passwort.',
  signOutElsewhere: 'Überall sonst abmelden',
  thisBrowser: 'Dieser Browser',
  unknownAddress: 'Unbekannte Adresse',
  signOut: 'Abmelden',
  tooManyAttempts: 'Zu viele fehlgeschlagene Versuche',
  signInByPasskey: 'Mit Passkey anmelden',
  signInAsOther: 'Als jemand anderes anmelden',
  giveCurrent: 'Geben Sie Ihr aktuelles Passwort ein.',
  unknownDevice: 'Unbekanntes Gerät',
  noPasskeys: 'Dieser Browser unterstützt keine Passkeys.',
  passkeysNeedName:
    'Passkeys brauchen den Namen eines Servers statt seiner IP-Adresse. Fragen Sie nach der Adresse, unter der Canopy veröffentlicht ist.',
  notEmail: 'Das ist keine E-Mail-Adresse.',
  givePassword: 'Geben Sie Ihr Passwort ein.',
  wrongCredentials: 'E-Mail-Adresse oder Passwort ist falsch',
  wrongCredentialsLead:
    'Prüfen Sie beides; Groß- und Kleinschreibung zählt. Wenn Sie es vergessen haben, wählen Sie über den Link unten ein neues.',
  shutOut: 'Ihr Passwort ist richtig. Ein Administrator über Ihnen kann Sie wieder zulassen.',
  pageTitle: ({ title }) => `${title} · Canopy`,
  linkSent: ({ email }) =>
    `Wenn ${email} ein Konto hat, ist ein Link für ein neues Passwort unterwegs. Er funktioniert einmal, innerhalb einer Stunde.`,
  joinOrganisation: ({ name }) => `${isolated(name)} beitreten`,
  invited: ({ name }) =>
    `Sie sind zu ${isolated(name)} in Canopy eingeladen. Geben Sie Ihren Namen ein und wählen Sie ein Passwort.`,
  moreCharacters: ({ missing }) =>
    plural(missing, {
      one: 'Noch 1 Zeichen; ein Satz ist in Ordnung.',
      other: `Noch ${formats().number(missing)} Zeichen; ein Satz ist in Ordnung.`,
    }),
  leastCharacters: ({ least }) => `Mindestens ${least} Zeichen; ein Satz ist in Ordnung.`,
  forEmail: ({ email }) => `Für ${email}.`,
  lastUsed: ({ address, when }) => parts`${address} · zuletzt verwendet ${when}`,
  signOutDevice: ({ name }) => `${isolated(name)} abmelden`,
  noAccount: 'Noch kein Konto? Ein Administrator Ihrer Organisation kann Sie einladen.',
  browserOn: ({ browser, system }) => `${browser} unter ${system}`,
  passkeysOpenName: ({ port }) =>
    `Passkeys brauchen einen Namen statt einer IP-Adresse. Öffnen Sie stattdessen http://localhost:${port}.`,
  tryAgainIn: ({ seconds }) =>
    plural(seconds, {
      one: 'Sie können es in 1 Sekunde erneut versuchen.',
      other: `Sie können es in ${formats().number(seconds)} Sekunden erneut versuchen.`,
    }),
  reasons: {
    'signed-out': 'Sie sind abgemeldet.',
    expired: 'Ihre Sitzung ist beendet. Melden Sie sich an, um weiterzumachen, wo Sie waren.',
    disabled:
      'Sie wurden abgemeldet: Ihr Konto ist deaktiviert, oder Ihre Organisation ist ausgesetzt.',
  },
} satisfies Words<typeof en>;
