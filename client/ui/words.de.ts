import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  columns: 'Spalten',
  usualColumns: 'Übliche Spalten zeigen',
  clearFilter: ({ label }) => `Filter ${label} entfernen`,
  filtered: ({ label, value }) => `${label}: ${value}`,
  justNow: 'gerade eben',
  inAMoment: 'gleich',
} satisfies Words<typeof en>;
