import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  days: ({ count }) => plural(count, { one: '1 Tag', other: `${formats().number(count)} Tage` }),
  hours: ({ count }) =>
    plural(count, { one: '1 Stunde', other: `${formats().number(count)} Stunden` }),
  cancel: 'Abbrechen',
  reason: 'Begründung',
  reasonHint: 'Die Administratoren dort können sie lesen, und sie bleibt protokolliert.',

  rolesHere: 'Rollen hier',
  rolesHereAbout: ({ name }) => `Sie gelten für ${isolated(name)} und alles darunter.`,
  giveRole: 'Rolle vergeben…',
  checkElsewhere: 'Anderswo prüfen…',
  noRoles: ({ name }) => `Niemand hat eine Rolle bei ${isolated(name)} selbst`,
  noRolesHint:
    'Die Ebenen darüber verwalten sie. Vergeben Sie eine Rolle, damit jemand hier verwalten kann.',
  noAccess: 'Sie haben keinen Zugriff auf die Rollen hier',

  requestAccess: 'Zugriff anfragen',
  requestAccessAsking: 'Zugriff anfragen…',
  requestTitle: ({ name }) => `Zugriff auf ${isolated(name)} anfragen`,
  requestAbout: ({ name }) =>
    `Die Administratoren von ${isolated(name)} werden gefragt. Der Zugriff endet von selbst, und sie können ihn früher beenden.`,
  role: 'Rolle',
  daysField: 'Tage',
  daysHint: ({ most }) => `Ab der Antwort, höchstens ${formats().number(most)}.`,

  selfManaged: ({ name }) =>
    `${isolated(name)} verwaltet sich selbst. Sie sehen kaufmännische Daten; Konten, Zugriff und Einstellungen stehen nur den eigenen Administratoren offen.`,
  emergency: 'Notzugriff nutzen',
  emergencyAsking: 'Notzugriff nutzen…',
  emergencyTitle: ({ name }) => `Notzugriff auf ${isolated(name)} nutzen?`,
  emergencyAbout: ({ name }) =>
    `Sie können sofort innerhalb von ${isolated(name)} handeln. Die Administratoren dort sehen es sofort, mit Ihrer Begründung, und können es beenden. Bis dahin können auch Plattformleser das Innere sehen.`,
  howLong: 'Wie lange',

  withdraw: 'Anfrage zurückziehen',
  notWithdrawn: 'Die Anfrage wurde nicht zurückgezogen',
  notEnded: 'Der Zugriff wurde nicht beendet',
  notApproved: ({ name }) => `Die Anfrage von ${isolated(name)} wurde nicht genehmigt`,

  asks: ({ person, place, role, length, reason }) =>
    parts`${person} bittet um Zugriff auf ${place} als ${role}, für ${length}: „${isolated(reason)}“`,
  approve: 'Genehmigen',
  decline: 'Ablehnen…',
  declineTitle: ({ name }) => `Anfrage von ${isolated(name)} ablehnen?`,
  declineBody: ({ name }) => `${isolated(name)} erfährt es sofort und kann erneut anfragen.`,
  declineAction: 'Anfrage ablehnen',

  ownEmergency: ({ name }) => `Sie haben Notzugriff auf ${isolated(name)}`,
  othersEmergency: ({ person, name }) => `${isolated(person)} hat Notzugriff auf ${isolated(name)}`,
  ownEmergencyEnds: ({ reason, when }) =>
    parts`„${isolated(reason)}“ Ihr Zugriff endet ${when}. Bis dahin können auch Plattformleser das Innere sehen.`,
  ownEmergencyLent: ({ reason, when }) =>
    parts`„${isolated(reason)}“ Ihr Zugriff endet ${when}. Sie können dadurch das Innere sehen, aber nichts ändern.`,
  emergencyEnds: ({ reason, when }) =>
    parts`„${isolated(reason)}“ Der Zugriff endet ${when}. Bis dahin können auch Plattformleser das Innere sehen.`,
  emergencyLent: ({ reason, when }) =>
    parts`„${isolated(reason)}“ Der Zugriff endet ${when}. Auch Sie können dadurch das Innere sehen, aber nichts ändern.`,
  whatTheyDid: 'Aktivitäten dieser Person',
  endNow: 'Jetzt beenden',

  guest: ({ role, when }) =>
    parts`Sie haben hier Zugriff als ${role}. Er endet ${when}; die Administratoren hier sehen, dass Sie da sind.`,
  guestAsked:
    'Sie haben um mehr Zeit gebeten; die Administratoren hier haben noch nicht geantwortet.',
  askLonger: 'Um mehr Zeit bitten…',
  endMine: 'Meinen Zugriff beenden',
  endMineAsking: 'Meinen Zugriff beenden…',
  endMineTitle: 'Ihren Zugriff beenden?',
  endMineBody:
    'Alles Innere schließt sich für Sie sofort, auf jeder Seite. Um zurückzukommen, müssen Sie erneut anfragen.',

  banners: 'Zugriff von außen',
  showFewer: 'Weniger anzeigen',
  showMore: ({ count }) =>
    plural(count, {
      one: '1 weitere anzeigen',
      other: `${formats().number(count)} weitere anzeigen`,
    }),

  title: 'Anfragen und Zugriff auf Zeit',
  about: ({ name }) =>
    `Wer von oben um Zugriff auf ${isolated(name)} bittet, und wer ihn für begrenzte Zeit hat.`,
  noRequests: 'Noch keine Anfragen. Anfragen von oben erscheinen hier sofort.',
  waiting: 'Warten auf Antwort',
  running: 'Jetzt mit Zugriff',
  past: 'Früher',
  byEmergency: 'Notzugriff',
  askedWhen: ({ role, length, when }) => parts`${role} für ${length}, angefragt ${when}`,
  endsWhen: ({ role, when }) => parts`${role}, endet ${when}`,
  approvedEndsWhen: ({ role, person, when }) =>
    parts`${role}, genehmigt von ${isolated(person)}, endet ${when}`,
  overWhen: ({ role, outcome, when }) => parts`${role}. ${outcome} ${when}`,
  over: ({ role, outcome }) => `${role}. ${outcome}`,
  quoted: ({ reason }) => `„${isolated(reason)}“`,
  end: 'Beenden…',
  endTitle: ({ name }) => `Zugriff von ${isolated(name)} beenden?`,
  endBody: ({ name, place }) =>
    `Das Innere von ${isolated(place)} schließt sich für ${isolated(name)} sofort, auch auf offenen Seiten. Für neuen Zugriff ist eine neue Anfrage nötig.`,
  endAction: 'Zugriff beenden',

  somebody: 'Jemand',
  own: {
    pending: ({ date, role, length }) =>
      `Sie haben am ${date} Zugriff als ${role} für ${length} angefragt. Die Administratoren hier haben noch nicht geantwortet.`,
    refused: ({ person }) => `${isolated(person)} hat Ihre letzte Anfrage abgelehnt.`,
    refusedBecause: ({ person, answer }) =>
      `${isolated(person)} hat Ihre letzte Anfrage abgelehnt: „${isolated(answer)}“`,
    approved: 'Ihr Zugriff beginnt gleich.',
    withdrawn: 'Sie haben Ihre letzte Anfrage zurückgezogen.',
    lapsed: 'Ihre letzte Anfrage ist ohne Antwort verfallen.',
    endedByYou: 'Sie haben Ihren Zugriff beendet.',
    endedByYouOn: ({ date }) => `Sie haben Ihren Zugriff am ${date} beendet.`,
    ended: ({ person }) => `${isolated(person)} hat Ihren Zugriff beendet.`,
    endedOn: ({ person, date }) => `${isolated(person)} hat Ihren Zugriff am ${date} beendet.`,
    expired: 'Ihr Zugriff ist abgelaufen.',
    expiredOn: ({ date }) => `Ihr Zugriff ist am ${date} abgelaufen.`,
  },
  outcomes: {
    refused: ({ person }) => `Abgelehnt von ${isolated(person)}`,
    refusedBecause: ({ person, answer }) =>
      `Abgelehnt von ${isolated(person)}: „${isolated(answer)}“`,
    ended: ({ person }) => `Beendet von ${isolated(person)}`,
    expired: 'Abgelaufen',
    lapsed: 'Ohne Antwort verfallen',
    withdrawn: 'Zurückgezogen',
  },
} satisfies Words<typeof en>;
