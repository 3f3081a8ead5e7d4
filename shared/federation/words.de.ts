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
  discovered: 'Der Anbieter beschreibt sich selbst.',
  cameBack: 'Er hat den Browser an diesen Server zurückgeschickt.',
  gaveToken: 'Er hat für Client-ID und Secret ein Token ausgestellt.',
  validNow: 'Das Token ist jetzt gültig.',
  byIssuer: 'Das Token ist von diesem Aussteller.',
  forClient: 'Das Token ist für diesen Client.',
  forSignIn: 'Das Token ist für diese Anmeldung.',
  signed: 'Ein Schlüssel des Anbieters hat das Token signiert.',
  inDirectory: 'Die Person gehört zu einem Verzeichnis, das sich anmelden darf.',
  notDiscovered: 'Der Anbieter beschreibt sich bei diesem Aussteller nicht.',
  providerEnded: 'Der Anbieter hat die Anmeldung beendet.',
  clientRefused: 'Der Anbieter hat die Client-ID oder ihr Secret abgelehnt (invalid_client).',
  noToken: 'Der Anbieter hat kein Token ausgestellt. Prüfen Sie Client-ID und Secret.',
  claimsMissing: 'Dem Token fehlen Angaben, die es enthalten muss.',
  tokenExpired: 'Das Token ist bereits abgelaufen. Prüfen Sie die Uhren.',
  tokenNotYetValid: 'Das Token ist noch nicht gültig. Prüfen Sie die Uhren.',
  tokenFromFuture: 'Laut Token wurde es später als jetzt ausgestellt. Prüfen Sie die Uhren.',
  otherIssuer: 'Das Token ist von einem anderen Aussteller.',
  otherClient: 'Das Token ist für einen anderen Client.',
  givenToOther: 'Das Token wurde einem anderen Client ausgestellt.',
  nonceMissing: 'Das Token sagt nicht, für welche Anmeldung es ist.',
  otherNonce: 'Das Token ist für eine andere Anmeldung.',
  sharedSecret:
    'Das Token ist mit einem gemeinsamen Secret signiert; wählen Sie beim Anbieter einen Signaturschlüssel.',
  algorithm: 'Das Token ist auf eine Weise signiert, die sich nicht prüfen lässt.',
  unknownKey: 'Das Token ist mit einem Schlüssel signiert, der nicht dem Anbieter gehört.',
  badSignature: 'Die Signatur des Tokens stimmt nicht.',
  otherDirectory: 'Die Person gehört zu einem Verzeichnis (tid), das nicht auf der Liste steht.',
  otherDomain: 'Die Person gehört zu einer anderen Domain (hd) oder zu keiner.',
  noAddress:
    'Der Anbieter nennt keine Adresse; man sieht nur seinen Namen. Vielleicht fehlt der Scope email.',
  notAllowedHere: 'Ihre Organisation erlaubt sie nicht.',
  switchedOff: 'Die Plattform hat sie abgeschaltet.',
  addressShown: ({ email }) =>
    `Die Adresse ${email} wird angezeigt; sie sagt nicht, wer die Person ist.`,
} satisfies Words<typeof en>;
