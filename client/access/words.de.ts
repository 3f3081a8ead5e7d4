import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  person: 'Person',
  email: 'E-Mail',
  role: 'Rolle',
  heldAt: 'Bei',
  ends: 'Endet',
  you: 'Sie',
  machine: 'Maschinenkonto',
  machineOf: ({ name }) => `Maschinenkonto · ${isolated(name)}`,
  emailOf: ({ email, name }) => `${email} · ${isolated(name)}`,
  cancel: 'Abbrechen',

  fromAbove: 'Von oben',
  fromAboveAbout: ({ name }) =>
    `Eine Rolle über ${isolated(name)} gilt auch hier, außer eine Barriere hält sie auf.`,
  rolesAbove: 'Rollen darüber',
  barrier: ({ name }) =>
    `${isolated(name)} verwaltet sich selbst: Von oben sind nur kaufmännische Daten offen.`,
  stopped: ({ name, above }) =>
    `${isolated(name)} ist für die Ebenen darüber geschlossen: Rollen bei ${above} öffnen nur kaufmännische Daten.`,
  perhapsStopped: ({ name, above }) =>
    `Eine Ebene über ${isolated(name)} ist geschlossen: Rollen bei ${above} öffnen hier vielleicht nur kaufmännische Daten.`,
  unseen: ({ name, above }) =>
    `Rollen bei ${above} gelten auch für ${isolated(name)}. Ihre Rollen lassen Sie nicht sehen, wer sie hat.`,

  rolesHere: 'Rollen hier',
  changeRole: ({ name }) => `Rolle von ${isolated(name)} ändern`,
  removeRole: ({ name }) => `${isolated(name)} die Rolle entziehen`,

  checkAccess: 'Zugriff prüfen',
  checkAccessAbout:
    'Wählen Sie einen Ort, eine Person und eine Aktion. Die Antwort nennt die Prüfungen der Reihe nach: was jede angesehen hat, was sie ändern würde und wer das könnte.',
  where: 'Wo',
  typeName: 'Namen eingeben',
  home: 'Heimatorganisation',
  homeHint: 'Für Personen, deren Konto zu einer anderen Organisation gehört.',
  personAndAction: 'Person und Aktion',
  whoMayWhat: 'Wer was darf',
  whoMayWhatAbout:
    'Wählen Sie eine Person und eine Aktion; die Antwort sagt, welche Prüfung entscheidet.',
  who: 'Person',
  what: 'Aktion',
  typeLetters: 'Einige Buchstaben eingeben',
  may: ({ name, action }) => `${isolated(name)} darf das: ${action}.`,
  mayNot: ({ name, action }) => `${isolated(name)} darf das nicht: ${action}.`,
  remedies: 'Was es erlauben würde',
  personOf: ({ name, organisation }) => `${isolated(name)} (${isolated(organisation)})`,
  peopleCould: ({ people }) => `Das kann: ${formats().list(people)}.`,
  somebodyCould: ({ name }) => `Das kann jemand bei ${isolated(name)}.`,

  giveTitle: ({ name }) => `Rolle bei ${isolated(name)} vergeben`,
  giveAbout: 'Sie gilt sofort, hier und für alles darunter.',
  changeAbout:
    'Die neue Rolle ersetzt diese sofort. Was beide erlauben, bleibt offen. Wer vom Administrator zum Leser wird, verliert die offenen Einladungen, die mit der Rolle ausgesprochen wurden, und den Zugriff auf Zeit.',
  give: 'Rolle vergeben',
  giveTo: ({ name }) => `${isolated(name)} die Rolle geben`,
  nobodyLeft: 'Niemand da, der eine Rolle bekommen könnte',
  nobodyLeftBody:
    'Hier ist noch niemand bekannt. Laden Sie zuerst jemanden ein; die Rolle kann mit der Einladung vergeben werden.',
  toAccounts: 'Zu den Konten',
  somebodyElse: 'Jemand anderes?',
  inviteInstead: 'Stattdessen einladen',
  withInvitation: 'Die Rolle kann mit der Einladung vergeben werden.',
  alreadyHas: ({ role }) => `bereits ${role}: ändern`,
  choosePerson: 'Wählen Sie, wer die Rolle bekommt.',
  chooseRole: 'Wählen Sie eine Rolle.',
  chooseOther: 'Wählen Sie eine andere Rolle.',
  temporaryStays: 'Zugriff auf Zeit bleibt wie angefragt; er kann beendet werden.',

  removeOwnTitle: 'Sich selbst die Rolle entziehen?',
  removeOwnBody: ({ role, organisation }) =>
    `Sie verlieren die Rolle ${role} bei ${isolated(organisation)}. Was nur diese Rolle Sie sehen lässt, schließt sich sofort, und jemand anderes muss sie Ihnen zurückgeben.`,
  removeOwn: 'Meine Rolle entziehen',
  removeTitle: ({ name }) => `${isolated(name)} die Rolle entziehen?`,
  removeBody: ({ name, role, organisation }) =>
    `${isolated(name)} verliert die Rolle ${role} bei ${isolated(organisation)}. Was nur diese Rolle zeigt, schließt sich sofort, auch auf offenen Seiten. Das Konto und seine anderen Rollen bleiben.`,
  remove: ({ name }) => `${isolated(name)} entziehen`,
  keepInvitation: ({ name }) => `Einladung von ${isolated(name)} behalten`,
  roleAt: ({ role, organisation }) => `${role} bei ${isolated(organisation)}`,
  invitationOf: ({ email, roles }) => `${email}: ${formats().list(roles)}`,
  invitationsUnread: 'Die offenen Einladungen konnten nicht geladen werden',
  invitations: 'Offene Einladungen, die mit dieser Rolle ausgesprochen wurden',
  invitationsBody: 'Sie werden zurückgenommen, wenn Sie sie nicht behalten.',

  rolesTitle: 'Was jede Rolle darf',
  rolesAbout:
    'Eine Rolle gilt, wo sie vergeben ist, und für alles darunter; ein Benutzerkonto ist nur für die eigene Person da. Für eine Person an einem Ort benutzen Sie „Zugriff prüfen“.',
  action: 'Darf',
  userAccount: 'Benutzerkonto',
  legend: { yes: 'darf', delegated: 'wenn die Ebenen darüber es erlauben' },
  answers: { yes: 'Ja', delegated: 'Wenn die Ebenen darüber es erlauben', no: 'Nein' },
  forThemselves: 'Für sich selbst',
  groups: {
    see: 'Sehen',
    organisations: 'Organisationen',
    billing: 'Abrechnung und Einstellungen',
    services: 'Dienste und Erscheinungsbild',
    barrier: 'Zugriff durch eine Barriere',
    accounts: 'Konten und Rollen',
    audit: 'Audit-Protokoll',
    others: 'Alles andere',
  },
  asks: {
    above: 'von oben',
    within: 'nur von innen',
    inside: 'nicht durch eine geschlossene Barriere',
    atBarrier: 'nur wo eine Barriere geschlossen ist',
    lasting: 'nicht mit Zugriff auf Zeit',
    lastingWithRoles: 'nicht mit Zugriff auf Zeit, wo Rollen vergeben sind',
    lock: 'nicht wo von oben gesperrt ist',
    active: 'nicht solange ausgesetzt ist',
  },

  inAMoment: 'gleich',
  inDays: ({ days }) =>
    plural(days, { one: 'in 1 Tag', other: `in ${formats().number(days)} Tagen` }),
  inDaysAndHours: ({ days, hours }) =>
    plural(days, {
      one: `in 1 Tag ${formats().number(hours)} Std.`,
      other: `in ${formats().number(days)} Tagen ${formats().number(hours)} Std.`,
    }),
  inHours: ({ hours, minutes }) =>
    `in ${formats().number(hours)} Std. ${formats().number(minutes)} Min.`,
  inMinutes: ({ minutes }) => `in ${formats().number(minutes)} Min.`,
} satisfies Words<typeof en>;
