import { isolated } from '../../shared/core/isolated.ts';
import { parts } from '../../shared/core/words/parts.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  buttons: {
    signIn: ({ name }) => `Weiter mit ${isolated(name)}`,
    join: ({ name }) => `Beitreten mit ${isolated(name)}`,
    connect: ({ name }) => `${isolated(name)} verbinden`,
    confirm: ({ name }) => `Bestätigen mit ${isolated(name)}`,
  },
  afterConfirming:
    'Sie kommen danach auf diese Seite zurück; wiederholen Sie dann, was Sie tun wollten.',

  connectedSignIns: 'Verbundene Anmeldungen',
  connectedSignInsAbout:
    'Melden Sie sich mit einem Konto an, das Sie anderswo haben. Nur eine Anmeldung, die Sie hier verbinden, öffnet dieses Konto, unabhängig von ihrer E-Mail-Adresse.',
  noneConnected: 'Noch keine Anmeldung verbunden.',
  connectedWhen: ({ when }) => parts`verbunden ${when}`,
  lastUsedWhen: ({ when }) => parts`zuletzt benutzt ${when}`,
  emailConnectedWhen: ({ email, when }) => parts`${isolated(email)}, verbunden ${when}`,
  emailLastUsedWhen: ({ email, when }) => parts`${isolated(email)}, zuletzt benutzt ${when}`,
  shut: ({ reason }) => `Sie kann derzeit nicht benutzt werden. ${reason}`,
  disconnect: 'Trennen',
  disconnectAsking: 'Trennen…',
  disconnectThis: ({ name }) => `${isolated(name)} trennen`,
  disconnectTitle: ({ name }) => `${isolated(name)} trennen?`,
  disconnectBody: ({ name }) =>
    `Eine Anmeldung mit ${isolated(name)} öffnet dieses Konto dann nicht mehr. Sie können sie wieder verbinden.`,

  signIn: 'Anmeldung',
  signInAbout:
    'Wer außer Canopy die Identität von Personen bestätigt. Eine Anmeldung öffnet ein Konto nur, wenn jemand sie damit verbunden oder damit eine Einladung angenommen hat.',
  backToSettings: 'Zurück zu den Einstellungen',
  connectProvider: 'Anbieter verbinden…',
  noProviders:
    'Kein Identitätsanbieter ist verbunden. Verbinden Sie Microsoft Entra, Google oder einen anderen Anbieter, damit Personen sich mit ihren vorhandenen Konten anmelden können.',
  noAccess: 'Sie haben keinen Zugriff auf die Identitätsanbieter',

  facts: {
    issuer: 'Aussteller',
    clientId: 'Client-ID',
    clientSecret: 'Client-Geheimnis',
    scopes: 'Scopes',
    directories: 'Verzeichnisse',
    domain: 'Domain',
  },
  noSecret: 'keines',
  secretSetOn: ({ date }) => `•••••• gesetzt am ${date}`,
  on: 'Ein',
  off: 'Aus',
  test: 'Anmeldung testen',
  testThis: ({ name }) => `Anmeldung mit ${isolated(name)} testen`,
  change: 'Ändern…',
  changeThis: ({ name }) => `${isolated(name)} ändern`,
  turnOn: 'Einschalten',
  turnOnThis: ({ name }) => `${isolated(name)} einschalten`,
  turnOff: 'Ausschalten…',
  turnOffThis: ({ name }) => `${isolated(name)} ausschalten`,
  turnOffTitle: ({ name }) => `${isolated(name)} ausschalten?`,
  turnOffBody: ({ name }) =>
    `Alle, die sich mit ${isolated(name)} angemeldet haben, werden sofort abgemeldet, und niemand kann sich damit anmelden, bis es wieder eingeschaltet ist. Verbundene Anmeldungen bleiben erhalten.`,
  delete: 'Löschen…',
  deleteThis: ({ name }) => `${isolated(name)} löschen`,
  deleteTitle: ({ name }) => `${isolated(name)} löschen?`,
  deleteBody: ({ name }) =>
    `Alle, die sich mit ${isolated(name)} angemeldet haben, werden sofort abgemeldet, und die Verbindung zu allen Konten wird getrennt. Das kann nicht rückgängig gemacht werden.`,
  testedBy: ({ person, when }) => parts`Getestet von ${person} ${when}`,
  passed: 'Bestanden:',
  failed: 'Nicht bestanden:',

  connectTitle: 'Anbieter verbinden',
  connect: 'Verbinden',
  save: 'Speichern',
  kind: 'Art',
  kinds: {
    entra: { label: 'Microsoft Entra', hint: 'Personen der Verzeichnisse, die Sie angeben.' },
    google: { label: 'Google', hint: 'Alle, oder die Personen einer Domain.' },
    oidc: { label: 'Anderer', hint: 'Jeder Anbieter, der OpenID Connect spricht.' },
  },
  name: 'Name',
  nameHint: 'Steht auf der Schaltfläche der Anmeldeseite.',
  tenant: 'Verzeichnis-ID (Mandanten-ID)',
  tenantHint: 'Wie die App-Registrierung sie zeigt.',
  issuerHint: 'Seine Adresse, etwa https://login.example.com.',
  otherAddress: 'Der Anbieter nennt sich mit einer anderen Adresse',
  useAddress: 'Diese Adresse benutzen',
  secretKept: ({ date }) => `Gesetzt am ${date}. Leer lassen, um es zu behalten.`,
  secretStored: 'Es wird verschlüsselt gespeichert und nie wieder angezeigt.',
  directoriesAllowed: 'Verzeichnisse, die sich anmelden dürfen',
  directoriesHint: 'Deren IDs, durch Leerzeichen getrennt.',
  directoriesNewHint: 'Deren IDs, durch Leerzeichen getrennt. Leer: nur das Verzeichnis oben.',
  domainHint: 'Nur Personen dieser Domain dürfen sich anmelden. Leer: alle.',
  giveIssuer: 'Geben Sie die Adresse des Ausstellers ein.',
  giveTenant: 'Geben Sie die ID des Verzeichnisses ein.',
  flowProblems: {
    'flow-over': {
      title: 'Diese Anmeldung ist abgelaufen',
      detail:
        'Sie hat zu lange gedauert, wurde schon verwendet oder in einem anderen Browser begonnen. Beginnen Sie hier von vorn.',
    },
    cancelled: {
      title: 'Es wurde nichts geändert',
      detail:
        'Der Anbieter hat Sie nicht angemeldet. Versuchen Sie es erneut, oder wählen Sie eine andere Anmeldemethode.',
    },
    unreachable: {
      title: 'Der Anbieter war nicht erreichbar',
      detail:
        'Er antwortet nicht wie vorgesehen. Versuchen Sie es später erneut, oder wählen Sie eine andere Anmeldemethode.',
    },
    'too-many': {
      title: 'Gerade wurden zu viele Anmeldungen begonnen',
      detail:
        'Versuchen Sie es in einer Minute erneut, oder wählen Sie eine andere Anmeldemethode.',
    },
    refused: {
      title: 'Die Antwort des Anbieters wurde nicht angenommen',
      detail:
        'Ihr war nicht zu trauen, daher wurde niemand angemeldet. Verständigen Sie Ihren Administrator.',
    },
    directory: {
      title: 'Ihr Verzeichnis darf sich hier nicht anmelden',
      detail:
        'Verwenden Sie Ihr Konto der Arbeit. Wenn Sie das getan haben, verständigen Sie Ihren Administrator.',
    },
    unknown: {
      title: 'Mit dieser Anmeldung ist kein Konto verbunden',
      detail:
        'Melden Sie sich wie bisher an und verbinden Sie sie auf Ihrer Kontoseite, oder folgen Sie dem Link einer Einladung. Dieselbe E-Mail-Adresse genügt nicht.',
    },
    'path-shut': {
      title: 'Diese Anmeldemethode ist für Sie nicht erlaubt',
      detail: 'Ihre Organisation, oder eine darüber, erlaubt andere. Wählen Sie eine davon.',
    },
    'shut-out': {
      title: 'Sie können sich derzeit nicht anmelden',
      detail: 'Ihr Konto ist deaktiviert, oder Ihre Organisation ist ausgesetzt.',
    },
    'invitation-gone': {
      title: 'Diese Einladung ist nicht mehr gültig',
      detail:
        'Sie wurde verwendet, ist älter als sieben Tage oder wurde zurückgezogen. Bitten Sie um eine neue.',
    },
    'address-taken': {
      title: 'Diese Adresse hat bereits ein Konto in Canopy',
      detail:
        'Lassen Sie sich unter einer anderen Adresse einladen, oder melden Sie sich mit dem Konto an, das Sie haben.',
    },
    taken: {
      title: 'Diese Anmeldung ist bereits verbunden',
      detail:
        'Eine Anmeldung bei einem Anbieter öffnet ein Konto. Trennen Sie sie zuerst vom anderen Konto.',
    },
    'signed-out': {
      title: 'Sie wurden inzwischen abgemeldet',
      detail: 'Melden Sie sich wieder an, und verbinden Sie die Anmeldung dann erneut.',
    },
    'other-person': {
      title: 'Dies ist eine andere Anmeldung als Ihre',
      detail:
        'Bestätigen Sie Ihre Identität mit einer Anmeldung, die mit diesem Konto verbunden ist.',
    },
  },
  checks: {
    Discovery: 'Discovery',
    Redirect: 'Weiterleitung',
    Token: 'Token',
    Lifetime: 'Gültigkeit',
    Issuer: 'Aussteller',
    Audience: 'Zielgruppe',
    Nonce: 'Nonce',
    Signature: 'Signatur',
    Directory: 'Verzeichnis',
    'E-mail': 'E-Mail',
  },
} satisfies Words<typeof en>;
