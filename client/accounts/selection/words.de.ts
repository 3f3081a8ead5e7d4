import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

const accounts = (count: number): string =>
  plural(count, { one: '1 Konto', other: `${formats().number(count)} Konten` });

export const de = {
  selection: 'Ausgewählte Konten',
  deeds: { giveRole: 'Rolle geben …', disable: 'Deaktivieren …', enable: 'Aktivieren …' },
  giveTitle: ({ count, name }) => `${accounts(count)} eine Rolle bei ${isolated(name)} geben`,
  giveAbout: 'Die Rolle reicht für alles darunter und gilt, sobald sie gegeben ist.',
  give: 'Rolle geben',
  role: 'Rolle',
  chooseRole: 'Wählen Sie zuerst eine Rolle.',
  disableTitle: ({ count }) => `${accounts(count)} deaktivieren?`,
  disableAbout:
    'Die Personen werden sofort auf allen Geräten abgemeldet und können sich nicht anmelden, und ihre API-Token funktionieren nicht, bis jemand die Konten aktiviert. Die Rollen bleiben erhalten.',
  disableAll: ({ count }) => `${accounts(count)} deaktivieren`,
  enableTitle: ({ count }) => `${accounts(count)} aktivieren?`,
  enableAbout:
    'Die Personen können sich wieder anmelden. Wer die Einladung nie angenommen hat, ist wie zuvor eingeladen.',
  enableAll: ({ count }) => `${accounts(count)} aktivieren`,
} satisfies Words<typeof en>;
