import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  feed: {
    created: {
      platform: ({ who, place }) => parts`${who} hat die Plattform ${place} angelegt`,
      distributor: ({ who, place }) => parts`${who} hat den Distributor ${place} angelegt`,
      partner: ({ who, place }) => parts`${who} hat den Partner ${place} angelegt`,
      folder: ({ who, place }) => parts`${who} hat den Ordner ${place} angelegt`,
      tenant: ({ who, place }) => parts`${who} hat den Mandanten ${place} angelegt`,
      unit: ({ who, place }) => parts`${who} hat die Einheit ${place} angelegt`,
    },
    deleted: ({ who, place }) => parts`${who} hat ${place} gelöscht`,
    moved: ({ who, place }) => parts`${who} hat ${place} verschoben`,
    movedAway: ({ who, place }) => parts`${who} hat ${place} von hier weg verschoben`,
    restored: ({ who, place }) => parts`${who} hat ${place} wiederhergestellt`,
    suspended: ({ who, place }) => parts`${who} hat ${place} ausgesetzt`,
    suspendedBecause: ({ who, place, reason }) =>
      parts`${who} hat ${place} ausgesetzt: ${isolated(reason)}`,
    activated: ({ who, place }) => parts`${who} hat ${place} aktiviert`,
    closed: ({ who, place }) => parts`${who} hat ${place} für die Ebenen darüber geschlossen`,
    opened: ({ who, place }) => parts`${who} hat ${place} für die Ebenen darüber geöffnet`,
    locked: ({ who, place }) => parts`${who} hat ${place} gesperrt`,
    lockedBecause: ({ who, place, reason }) =>
      parts`${who} hat ${place} gesperrt: ${isolated(reason)}`,
    unlocked: ({ who, place }) => parts`${who} hat ${place} entsperrt`,
    renamed: ({ who, place, was }) => parts`${who} hat ${isolated(was)} in ${place} umbenannt`,
    renamedAndChanged: ({ who, place, was, fields }) =>
      parts`${who} hat ${isolated(was)} in ${place} umbenannt und ${fields} geändert`,
    renamedTo: ({ who, place }) => parts`${who} hat eine Organisation in ${place} umbenannt`,
    renamedToAndChanged: ({ who, place, fields }) =>
      parts`${who} hat eine Organisation in ${place} umbenannt und ${fields} geändert`,
    changed: ({ who, place, fields }) => parts`${who} hat bei ${place} ${fields} geändert`,
    changedOne: ({ who, place, field, was, is }) =>
      parts`${who} hat bei ${place} ${field} von ${isolated(was)} in ${isolated(is)} geändert`,
    changedSettings: ({ who, place }) => parts`${who} hat die Einstellungen von ${place} geändert`,
  },
  fields: {
    displayName: 'den Namen',
    description: 'die Beschreibung',
    externalId: 'die externe ID',
    'contact.name': 'den Namen der Kontaktperson',
    'contact.email': 'die E-Mail-Adresse der Kontaktperson',
    'contact.phone': 'die Telefonnummer der Kontaktperson',
    address: 'die Anschrift',
    currency: 'die Währung',
    taxId: 'die Steuernummer',
  },

  seenBefore: 'Was darüber steht, geschah seit Ihrem letzten Besuch.',
  noActivity: 'Noch keine Aktivität. Änderungen erscheinen hier sofort.',
  showEarlier: 'Frühere anzeigen',
  someOrganisation: 'eine Organisation',
} satisfies Words<typeof en>;
