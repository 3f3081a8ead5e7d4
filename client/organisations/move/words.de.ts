import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  title: ({ name }) => `${isolated(name)} verschieben`,
  about:
    'Alles darunter wird mit verschoben. Was abgerechnet ist, bleibt bei der bisherigen übergeordneten Organisation.',
  newParent: 'Neue übergeordnete Organisation',
  typeName: 'Namen eingeben',
  chooseParent: 'Wählen Sie, wohin verschoben werden soll.',
  notRead: 'Die Auswirkungen konnten nicht geladen werden.',
  reading: 'Die Auswirkungen werden geladen.',
  cancel: 'Abbrechen',
  move: 'Verschieben',
  moveTo: ({ name }) => `Zu ${isolated(name)} verschieben`,

  effects: 'Auswirkungen',
  alone: ({ path }) => parts`${path}`,
  along: ({ path, count }) =>
    parts`${path}, mit ${plural(count, { one: '1 Organisation', other: `${formats().number(count)} Organisationen` })} darunter`,
  gain: 'Sehen sie künftig',
  gainNobody: 'Niemand sieht sie zusätzlich.',
  lose: 'Sehen sie nicht mehr',
  loseNobody: 'Alle, die sie jetzt sehen, sehen sie weiterhin.',
  noChanges: 'Keine Einstellung ändert sich.',
  changes: 'Einstellungen, die sich ändern',
  setting: ({ setting }) => `${setting}:`,
  settingOf: ({ setting, name }) => `${setting} (${isolated(name)}):`,
  refused: 'Dorthin kann sie nicht verschoben werden',
  settings: {
    mfa: 'Zweiter Faktor verlangt von',
    signInPaths: 'Anmeldemethoden',
    status: 'Zustand',
    managementMode: 'Für die Ebenen darüber geschlossen',
    lock: 'Sperre',
  },
  setBy: ({ value, name }) => `${value}, festgelegt von ${isolated(name)}`,
  values: {
    active: 'Aktiv',
    suspended: 'Ausgesetzt',
    nobody: 'Niemandem',
    administrators: 'Administratoren',
    everybody: 'Allen',
    managed: 'Nein',
    'self-managed': 'Ja',
    true: 'Gesperrt',
    false: 'Nicht gesperrt',
    allow: 'Erlaubt',
    deny: 'Verboten',
  },
  everyMethod: 'Alle, die die Plattform zulässt',
  noMethod: 'Keine',
  password: 'Passwort oder Passkey',
  providers: ({ count }) =>
    plural(count, {
      one: '1 Identitätsanbieter',
      other: `${formats().number(count)} Identitätsanbieter`,
    }),
  holder: ({ name, role, organisation }) =>
    `${isolated(name)} (${role} bei ${isolated(organisation)})`,
  unnamed: ({ count }) =>
    plural(count, {
      one: '1 Konto einer Ebene darüber',
      other: `${formats().number(count)} Konten von Ebenen darüber`,
    }),
} satisfies Words<typeof en>;
