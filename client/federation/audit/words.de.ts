import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  records: { provider: 'Identitätsanbieter' },
  deeds: {
    'provider.create': 'Identitätsanbieter verbunden',
    'provider.delete': 'Identitätsanbieter gelöscht',
    'provider.edit': 'Identitätsanbieter geändert',
    'provider.edit enabled=true': 'Identitätsanbieter eingeschaltet',
    'provider.edit enabled=false': 'Identitätsanbieter ausgeschaltet',
    'provider.test': 'Identitätsanbieter getestet',
  },
} satisfies Words<typeof en>;
