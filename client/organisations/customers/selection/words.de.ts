import { isolated } from '../../../../shared/core/isolated.ts';
import { formats } from '../../../../shared/core/words/formats.ts';
import { plural } from '../../../../shared/core/words/plural.ts';
import type { Words } from '../../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

const organisations = (count: number): string =>
  plural(count, { one: '1 Organisation', other: `${formats().number(count)} Organisationen` });

export const de = {
  selection: 'Ausgewählte Kunden',
  suspendTitle: ({ count }) => `${organisations(count)} aussetzen?`,
  suspendAbout:
    'Sie und alles darunter werden ausgesetzt: Die Personen dort werden abgemeldet und können sich nicht anmelden. Die Abrechnung läuft weiter. Sie können das jederzeit zurücknehmen.',
  suspendAll: ({ count }) => `${organisations(count)} aussetzen`,
  activateTitle: ({ count }) => `${organisations(count)} aktivieren?`,
  activateAbout:
    'Die Personen dort können sich wieder anmelden. Was darunter einzeln ausgesetzt wurde, bleibt es.',
  activateAll: ({ count }) => `${organisations(count)} aktivieren`,
  moveTitle: ({ count }) => `${organisations(count)} verschieben`,
  moveAbout:
    'Alles darunter zieht mit um. Was schon abgerechnet wurde, bleibt bei der bisherigen Stelle.',
  move: 'Verschieben',
  moveTo: ({ name }) => `Nach ${isolated(name)} verschieben`,
  newParent: 'Neue übergeordnete Organisation',
  typeName: 'Namen eingeben',
  chooseTarget: 'Wählen Sie eine neue übergeordnete Organisation.',
  reason: 'Grund',
  reasonHint: 'Optional. Alle, die den Zustand sehen, lesen ihn, auch der Kunde.',
  deeds: { suspend: 'Aussetzen …', activate: 'Aktivieren …', move: 'Verschieben …' },
} satisfies Words<typeof en>;
