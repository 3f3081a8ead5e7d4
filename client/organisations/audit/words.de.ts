import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  records: {
    organisation: 'Organisation',
    billing: 'Abrechnungsprofil',
    settings: 'Einstellungen',
  },
  deeds: {
    'billing.edit': 'Abrechnungsprofil geändert',
    'organisation.activate': 'Organisation aktiviert',
    'organisation.create': 'Organisation angelegt',
    'organisation.delete': 'Organisation gelöscht',
    'organisation.edit': 'Organisation geändert',
    'organisation.export': 'Liste von Organisationen exportiert',
    'view.delete': 'Ansicht einer Liste gelöscht',
    'view.edit': 'Ansicht einer Liste geändert',
    'view.save': 'Ansicht einer Liste gespeichert',
    'organisation.erase': 'Gelöschte Organisationen endgültig entfernt',
    'organisation.lock': 'Organisation gesperrt',
    'organisation.move': 'Organisation verschoben',
    'organisation.restore': 'Organisation wiederhergestellt',
    'organisation.setManagementMode': 'Verwaltungsart einer Organisation geändert',
    'organisation.setManagementMode managementMode=self-managed':
      'Organisation für die Ebenen darüber geschlossen',
    'organisation.setManagementMode managementMode=managed':
      'Organisation für die Ebenen darüber geöffnet',
    'organisation.suspend': 'Organisation ausgesetzt',
    'organisation.unlock': 'Organisation entsperrt',
    'settings.edit': 'Einstellungen geändert',
  },
} satisfies Words<typeof en>;
