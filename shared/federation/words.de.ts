import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  pathNotAllowed: 'Ihre Organisation erlaubt diese Anmeldemethode nicht.',
  shutsOutPlatform:
    'Das würde den letzten Administrator der Plattform aussperren, der sich anmelden kann.',
  nobodyCouldSignIn:
    'Niemand könnte sich hier anmelden: Lassen Sie mindestens eine Anmeldemethode.',
  platformLocksItselfOut:
    'Kein Administrator der Plattform könnte sich mehr anmelden. Geben Sie einem zuerst eine andere Anmeldemethode.',
  youCouldNotSignIn:
    'Sie könnten sich nicht mehr anmelden. Legen Sie zuerst ein Passwort fest, fügen Sie einen Passkey hinzu oder verbinden Sie einen anderen Anbieter.',
  nameDirectories:
    'Nennen Sie die Verzeichnisse, deren Personen sich anmelden dürfen, mit ihren IDs.',
  providerSaid: ({ why }) => `Der Anbieter war nicht erreichbar: ${why}`,
  tenant:
    'Geben Sie die ID des Verzeichnisses oder eine seiner Domänen an, wie die App-Registrierung sie zeigt.',
  issuerAddress: 'Geben Sie eine Adresse an, etwa https://login.example.com.',
  issuerBraces: 'Ersetzen Sie, was in Klammern steht, durch den wirklichen Wert.',
  issuerPort: 'An Port 0 ist nichts erreichbar.',
  issuerWellKnown: ({ issuer }) =>
    `Geben Sie den Aussteller ohne den Teil ab /.well-known an: ${issuer}`,
  issuerQuery: 'Ein Aussteller hat weder Abfrage noch Fragment noch Benutzer.',
  issuerHttps: 'Ein Aussteller muss über https erreichbar sein.',
  clientId: 'Geben Sie die Client-ID ein.',
  singleSpaces: 'Wörter mit einzelnen Leerzeichen.',
  scopeOpenid: 'Der Scope openid muss dabei sein.',
  issuerMissing: 'Geben Sie den Aussteller oder den Mandanten an.',
} satisfies Words<typeof en>;
