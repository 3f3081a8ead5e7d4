import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  records: { accessRequest: 'Zugriffsanfrage' },
  deeds: {
    'access.approve': 'Zugriffsanfrage genehmigt',
    'access.breakGlass': 'Notzugriff genutzt',
    'access.end': 'Zugriff auf Zeit beendet',
    'access.expire': 'Zugriff auf Zeit abgelaufen',
    'access.refuse': 'Zugriffsanfrage abgelehnt',
    'access.remind': 'Erinnerung an das Ende eines Zugriffs gesendet',
    'access.request': 'Zugriff angefragt',
    'access.withdraw': 'Zugriffsanfrage zurückgezogen',
  },
} satisfies Words<typeof en>;
