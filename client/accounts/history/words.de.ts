import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  records: {
    account: 'Konto',
    session: 'Sitzung',
    invitation: 'Einladung',
    identity: 'Verbundene Anmeldung',
  },
  deeds: {
    'account.addMachine': 'Maschinenkonto angelegt',
    'account.addPasskey': 'Passkey hinzugefügt',
    'account.addTotp': 'Authenticator-App hinzugefügt',
    'account.askPasswordReset': 'Link zum Zurücksetzen des Passworts angefordert',
    'account.changePassword': 'Eigenes Passwort geändert',
    'account.delete': 'Konto gelöscht',
    'account.disable': 'Konto deaktiviert',
    'account.edit': 'Konto geändert',
    'account.enable': 'Konto aktiviert',
    'account.export': 'Liste von Konten exportiert',
    'account.invite': 'Jemanden eingeladen',
    'account.issueInvitationLink': 'Einladungslink kopiert',
    'account.linkIdentity': 'Anmeldung verbunden',
    'account.lock': 'Konto nach fehlgeschlagenen Anmeldungen gesperrt',
    'account.move': 'Konto in eine andere Organisation verschoben',
    'account.removePasskey': 'Passkey entfernt',
    'account.removeTotp': 'Authenticator-App entfernt',
    'account.renamePasskey': 'Passkey umbenannt',
    'account.renewRecoveryCodes': 'Neue Wiederherstellungscodes erstellt',
    'account.requirePasswordChange': 'Passwortwechsel verlangt',
    'account.resendInvitation': 'Einladung erneut gesendet',
    'account.resetMfa': 'Zweite Faktoren einer Person entfernt',
    'account.resetPassword': 'Eigenes Passwort per E-Mail zurückgesetzt',
    'account.sendPasswordReset': 'Link zum Zurücksetzen des Passworts gesendet',
    'account.unlinkIdentity': 'Anmeldung getrennt',
    'account.unlock': 'Konto entsperrt',
    'invitation.accept': 'Einladung angenommen',
    'platform.setUp': 'Plattform eingerichtet',
    'account.setPreferences': 'Sprache, Zeitzone oder Schreibweisen geändert',
    'session.end': 'Sitzung beendet',
    'session.endFederated': 'Sitzung auf Verlangen des Identitätsanbieters beendet',
    'session.endOthers': 'Alle anderen eigenen Sitzungen beendet',
    'session.federationRefused': 'Anmeldung über einen Identitätsanbieter abgelehnt',
    'session.reauthenticate': 'Identität bestätigt',
    'session.secondFactorFailed': 'Zweiter Faktor fehlgeschlagen',
    'session.showSecondFactor': 'Zweiten Faktor bestätigt',
    'session.signIn': 'Angemeldet',
    'session.signInFailed': 'Anmeldung fehlgeschlagen',
    'session.signOut': 'Abgemeldet',
  },
  feed: {
    addedMachine: ({ who, place, name }) =>
      parts`${who} hat das Maschinenkonto ${isolated(name)} zu ${place} hinzugefügt`,
    invited: ({ who, place, name }) => parts`${who} hat ${isolated(name)} zu ${place} eingeladen`,
    deleted: ({ who, place, name }) =>
      parts`${who} hat das Konto von ${isolated(name)} bei ${place} gelöscht`,
    renamed: ({ who, place, name, was }) =>
      parts`${who} hat das Konto ${isolated(was)} von ${place} in ${isolated(name)} umbenannt`,
    renamedTo: ({ who, place, name }) =>
      parts`${who} hat ein Konto von ${place} in ${isolated(name)} umbenannt`,
    accepted: ({ who, place }) => parts`${who} hat die Einladung zu ${place} angenommen`,
    deletedOne: ({ who, place }) => parts`${who} hat ein Konto von ${place} gelöscht`,
    locked: ({ who, place }) =>
      parts`${who} hat ein Konto von ${place} nach fehlgeschlagenen Anmeldungen gesperrt`,
    unlocked: ({ who, place }) => parts`${who} hat ein Konto von ${place} entsperrt`,
    disabled: ({ who, place }) => parts`${who} hat ein Konto von ${place} deaktiviert`,
    enabled: ({ who, place }) => parts`${who} hat ein Konto von ${place} aktiviert`,
  },
} satisfies Words<typeof en>;
