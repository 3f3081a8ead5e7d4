import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

const actions = {
  'directory.view': 'diese Organisation sehen',
  'accounts.view': 'die Konten hier sehen',
  'services.view': 'die Dienste hier sehen',
  'subscriptions.view': 'die Abonnements hier sehen',
  'usage.view': 'die Nutzung hier sehen',
  'billing.view': 'das Abrechnungsprofil sehen',
  'commissions.view': 'die Provisionen hier sehen',
  'onboarding.view': 'sehen, ob das Onboarding abgeschlossen ist',
  'progress.view': 'die Schritte des Onboardings sehen',
  'ownNotes.view': 'die Notizen der eigenen Leute sehen',
  'documents.view': 'die Dokumente hier sehen',
  'ownDocuments.view': 'die Dokumente sehen, die nur für Personen hier sind',
  'settings.view': 'die Einstellungen hier sehen',
  'audit.view': 'das Audit-Protokoll hier sehen',
  'access.view': 'sehen, wer hier Rollen hat',
  'organisation.createDistributor': 'hier einen Distributor anlegen',
  'organisation.createPartner': 'hier einen Partner anlegen',
  'organisation.createFolder': 'hier einen Ordner anlegen',
  'organisation.createTenant': 'hier einen Mandanten anlegen',
  'organisation.createUnit': 'hier eine Einheit anlegen',
  'organisation.edit': 'Namen und Angaben ändern',
  'organisation.move': 'diese Organisation verschieben',
  'organisation.adopt': 'Organisationen hierher verschieben',
  'organisation.suspend': 'diese Organisation aussetzen',
  'organisation.activate': 'diese Organisation aktivieren',
  'organisation.delete': 'diese Organisation löschen',
  'organisation.restore': 'hier Gelöschtes wiederherstellen',
  'organisation.lock': 'diese Organisation sperren',
  'organisation.unlock': 'diese Organisation entsperren',
  'organisation.setManagementMode': 'ändern, ob sie sich selbst verwaltet',
  'billing.edit': 'das Abrechnungsprofil ändern',
  'settings.edit': 'die Einstellungen hier ändern',
  'settings.askMfa': 'hier einen zweiten Faktor verlangen',
  'settings.allowPaths': 'die Anmeldemethoden hier ändern',
  'settings.federate': 'Identitätsanbieter verbinden',
  'settings.allowSubPartners': 'Unterpartner erlauben',
  'onboarding.start': 'das Onboarding beginnen',
  'onboarding.edit': 'am Onboarding arbeiten',
  'onboarding.moveOver': 'das Onboarding auf eine neuere Version umstellen',
  'onboarding.editTemplates': 'die Vorlagen für Onboardings bearbeiten',
  'documents.edit': 'hier Dokumente hochladen und entfernen',
  'ownDocuments.edit': 'hier Dokumente hochladen und entfernen, die nur für Personen hier sind',
  'services.manage': 'Dienste hier verwalten',
  'software.download': 'die Software herunterladen und installieren',
  'report.create': 'Nutzungsberichte erstellen',
  'branding.edit': 'das Erscheinungsbild anpassen',
  'audit.erase': 'personenbezogene Werte aus dem Audit-Protokoll löschen',
  'jobs.administer': 'Hintergrundaufträge sehen und wiederholen',
  'account.invite': 'hier Personen einladen',
  'account.inviteFirst': 'den ersten Administrator einladen',
  'account.edit': 'dieses Konto ändern',
  'account.disable': 'dieses Konto deaktivieren',
  'account.enable': 'dieses Konto aktivieren',
  'account.unlock': 'dieses Konto entsperren',
  'account.delete': 'dieses Konto löschen',
  'account.reset': 'die Anmeldung dieses Kontos zurücksetzen',
  'account.move': 'dieses Konto in eine andere Organisation verschieben',
  'account.adopt': 'Konten hierher verschieben',
  'grant.give': 'hier Rollen vergeben',
  'grant.revoke': 'hier Rollen entziehen',
  'access.request': 'hier Zugriff anfragen',
  'access.breakGlass': 'hier den Notzugriff nutzen',
  'access.answer': 'hier Zugriffsanfragen beantworten',
  'access.end': 'hier den Zugriff anderer beenden',
};

const roles = {
  PlatformAdministrator: 'Plattformadministrator',
  PlatformReader: 'Plattformleser',
  DistributorAdministrator: 'Distributoradministrator',
  DistributorReader: 'Distributorleser',
  PartnerAdministrator: 'Partneradministrator',
  PartnerReader: 'Partnerleser',
  TenantAdministrator: 'Mandantenadministrator',
  TenantReader: 'Mandantenleser',
};

const families = {
  platform: 'Plattformadministrator',
  distributor: 'Distributoradministrator',
  partner: 'Partneradministrator',
  tenant: 'Mandantenadministrator',
};

const atKind = {
  platform: 'einer Plattform',
  distributor: 'einem Distributor',
  partner: 'einem Partner',
  folder: 'einem Ordner',
  tenant: 'einem Mandanten',
  unit: 'einer Einheit',
};

const titles = (held: readonly (keyof typeof roles)[]) =>
  formats().list(held.map((role) => roles[role]));
const administrators = (needed: readonly (keyof typeof families)[]) =>
  needed.length === 0
    ? 'Administrator'
    : formats().list(
        needed.map((family) => families[family]),
        'disjunction',
      );

export const de = {
  actions,
  roles,

  roleHeld: ({ action }) => `Eine Rolle ist vorhanden, die das darf: ${actions[action]}.`,
  noRole: ({ action }) =>
    `Hier ist keine Rolle vorhanden; nötig ist eine, die das darf: ${actions[action]}.`,
  roleTooWeak: ({ held, action, families: needed, assigns }) =>
    assigns.length === 0
      ? `${titles(held)} darf das nicht: ${actions[action]}. Nötig ist die Rolle ${administrators(needed)}.`
      : `${titles(held)} darf das nicht: ${actions[action]}. Nötig ist die Rolle ${administrators(needed)}, die ${titles(assigns)} vergeben darf.`,
  inScope: 'Eine Rolle reicht bis hierher.',
  onlyOwn: ({ name }) => `Nur Administratoren von ${isolated(name)} selbst können das.`,
  onlyAbove: ({ above }) => `Nur ${isolated(above)} kann das.`,
  onlyLevelAbove: 'Nur eine Ebene darüber kann das.',
  noGrantReaches: ({ name }) => `Keine Rolle reicht bis ${isolated(name)}.`,
  canHold: ({ name }) => `${isolated(name)} kann sie aufnehmen.`,
  notAtKind: ({ kind }) => `Das ist bei ${atKind[kind]} nicht möglich.`,
  delegated: 'Die Ebenen darüber erlauben es.',
  notDelegated: ({ name }) =>
    `${isolated(name)} erlaubt es nicht. Ein Administrator von ${isolated(name)} kann das ändern.`,
  notDelegatedAbove: 'Eine Ebene darüber erlaubt es nicht. Ein Administrator dort kann das ändern.',
  noBarrier: 'Keine Barriere steht im Weg.',
  passableBarrier: 'Eine Barriere steht im Weg; Zugriff auf Zeit ist möglich.',
  temporaryAccess: ({ action }) => `Zugriff auf Zeit reicht dafür nicht: ${actions[action]}.`,
  notSelfManaged: ({ name }) =>
    `${isolated(name)} verwaltet sich nicht selbst; es gibt keine Barriere.`,
  insideAlready: ({ name }) => `Sie haben bereits Zugriff auf ${isolated(name)}.`,
  insideAlreadyHere: 'Sie haben hier bereits Zugriff.',
  selfManaged: ({ name }) =>
    `${isolated(name)} verwaltet sich selbst. Nur die eigenen Administratoren können das, oder den Zugriff öffnen.`,
  stateAllows: 'Der Zustand erlaubt es.',
  suspended: ({ name }) => `${isolated(name)} ist ausgesetzt und muss zuerst aktiviert werden.`,
  locked: ({ name }) =>
    `Gesperrt durch ${isolated(name)}. Ein Administrator von ${isolated(name)} kann entsperren.`,

  externalIdOfAbove:
    'Die externe ID ist das Kennzeichen der Ebene darüber. Deren Administratoren können sie ändern.',
  lastOwnRole: 'Das ist Ihre eigene letzte Administratorrolle; jemand anderes muss sie entziehen.',
  lastOfPlatform: ({ name }) =>
    `${isolated(name)} braucht einen aktiven Administrator, und das ist der letzte.`,
  lastOfOrganisation: ({ name }) =>
    `Das ist der letzte Administrator von ${isolated(name)}; nur ein Administrator über ${isolated(name)} kann die Rolle entziehen.`,
  tokenTakesNoRole: 'Ein API-Token entzieht niemandem eine Rolle, der es erstellt hat.',
  rolesBeyondScope: 'Das Konto hat auch Rollen außerhalb Ihres Bereichs.',
  notGrantable: ({ role, kind }) =>
    `${roles[role]} kann bei ${atKind[kind]} nicht vergeben werden.`,
  giveIds: 'Geben Sie IDs an, durch Kommas getrennt.',

  switchOnSubPartners: ({ name }) =>
    `Schalten Sie bei ${isolated(name)} die Option für Unterpartner ein.`,
  ruleOfTree: 'Das ist eine Regel des Baums, die niemand aufheben kann.',
  allowInSettings: ({ name }) => `Erlauben Sie es in den Einstellungen von ${isolated(name)}.`,
  deniedNoMore: 'Niemand verbietet es mehr.',
  noBarrierHere: 'Hier gibt es keine Barriere, also ist das nicht nötig.',
  insideNeedsNone: 'Wer schon Zugriff hat, braucht das nicht.',
  openOrLetIn: ({ name }) =>
    `Öffnen Sie ${isolated(name)} für die Ebenen darüber, oder geben Sie dieser Person Zugriff auf Zeit.`,
  activate: ({ name }) => `Aktivieren Sie ${isolated(name)}.`,
  unlock: ({ name }) => `Entsperren Sie ${isolated(name)}.`,
  changeAccount: 'Wer das Konto verwaltet, kann das ändern.',
  noRoleAllows: 'Keine Rolle erlaubt das hier.',
  giveRole: ({ role, name }) => `Vergeben Sie die Rolle ${roles[role]} bei ${isolated(name)}.`,
  giveRoleOrAbove: ({ role, name }) =>
    `Vergeben Sie die Rolle ${roles[role]} bei ${isolated(name)}, oder eine weiter oben.`,

  roleGiven: ({ role, name }) => `Sie sind jetzt ${roles[role]} bei ${isolated(name)}.`,
  roleEnded: 'Eine Ihrer Rollen ist beendet.',
  roleEndedAt: ({ name }) => `Ihre Rolle bei ${isolated(name)} ist beendet.`,
  userHoldsNoRole: 'Ein Benutzerkonto hat keine Administratorrollen.',
  organisationGone: 'Die Organisation der Rolle gibt es nicht mehr.',
  holdsRoleHere: ({ name }) => `Das Konto hat bereits eine Rolle bei ${isolated(name)}.`,
  makeAdministrator: 'Machen Sie das Konto zuerst zum Administrator.',
  temporaryStays: 'Zugriff auf Zeit bleibt wie angefragt; er kann beendet werden.',
} satisfies Words<typeof en>;
