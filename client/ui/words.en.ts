export const en = {
  columns: 'Columns',
  usualColumns: 'Show the usual columns',
  clearFilter: ({ label }: { label: string }) => `Take the filter ${label} away`,
  filtered: ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,
  justNow: 'just now',
  inAMoment: 'in a moment',
};
