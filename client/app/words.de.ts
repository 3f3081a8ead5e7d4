import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  tryAgain: 'Erneut versuchen',
  startOver: 'Auf der Startseite neu beginnen',
  notDrawn: 'Diese Seite konnte nicht angezeigt werden',
  notDrawnLead: ({ detail }) => `Gespeichertes ist sicher. Die Ursache liegt bei uns: ${detail}`,
  unreachable: 'Canopy ist nicht erreichbar',
  unreachableLead: 'Der Server antwortet nicht. Diese Seite versucht es alle paar Sekunden erneut.',
  tryAgainNow: 'Jetzt erneut versuchen',
  notLoaded: 'Diese Seite konnte nicht geladen werden',
  notLoadedLead:
    'Ein Teil davon fehlt auf dem Server. Gespeichertes ist sicher. Laden Sie die Seite gleich neu; bleibt der Fehler, informieren Sie den Betreiber.',
  reload: 'Neu laden',
  opensLater: 'Noch nicht geladen: öffnet sich, sobald die Verbindung wieder da ist',
  loadingPage: 'Die Seite wird geladen',

  anotherTitle: 'Jemand anderes ist angemeldet – Canopy',
  signedInNow: ({ name }) => `Jetzt ist ${isolated(name)} angemeldet`,
  signedInNowLead: ({ before, now }) =>
    `Dieser Tab wurde von ${isolated(before)} geöffnet. Seitdem hat sich ${isolated(now)} in diesem Browser angemeldet. Nichts aus diesem Tab wurde im Namen von ${isolated(now)} gespeichert; noch nicht gespeicherte Änderungen von ${isolated(before)} bleiben erhalten, bis ${isolated(before)} sich hier wieder anmeldet.`,
  goOnAs: ({ name }) => `Als ${isolated(name)} fortfahren`,
  signOutOther: ({ name }) => `${isolated(name)} abmelden und neu anmelden`,

  nowRole: ({ role, name }) => `Sie haben jetzt die Rolle ${role} bei ${isolated(name)}`,
  noLongerRole: ({ role, name }) => `Sie haben die Rolle ${role} bei ${isolated(name)} nicht mehr`,
  roleGiven: 'Die Rolle wurde vergeben.',
  roleGivenBy: ({ by }) => `Die Rolle wurde von ${isolated(by)} vergeben.`,
  roleTaken: 'Die Rolle wurde entzogen.',
  roleTakenBy: ({ by }) => `Die Rolle wurde von ${isolated(by)} entzogen.`,
  forATime: 'Sie haben sie auf Zeit.',
  youEnded: 'Sie haben den Zugriff beendet.',
  timeOver: 'Die Zeit ist abgelaufen.',
  endedBy: ({ by }) => `${isolated(by)} hat Ihren Zugriff beendet.`,
  open: 'Öffnen',

  leaveUnsaved: 'Abmelden, ohne zu speichern?',
  unsaved: ({ count }) =>
    plural(count, {
      one: '1 Änderung von Ihnen konnte noch nicht gespeichert werden und ginge verloren. Die Liste steht oben rechts.',
      other: `${formats().number(count)} Änderungen von Ihnen konnten noch nicht gespeichert werden und gingen verloren. Die Liste steht oben rechts.`,
    }),
  leaveAndLose: ({ count }) =>
    plural(count, {
      one: 'Abmelden und 1 Änderung verlieren',
      other: `Abmelden und ${formats().number(count)} Änderungen verlieren`,
    }),
  stillSignedIn: 'Sie sind noch angemeldet',

  undone: ({ what, value }) => `Rückgängig gemacht: ${what} ist wieder „${value}“`,
  notUndone: ({ why }) => `Nicht rückgängig gemacht: ${why}.`,
  notUndoneSince: ({ conflict }) => `Nicht rückgängig gemacht. Inzwischen: ${conflict}.`,
  you: 'Ihr Konto', // the verb that follows is of the third person
} satisfies Words<typeof en>;
