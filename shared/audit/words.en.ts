export const en = {
  onlyRefusedReads: 'Only refused reads can be marked, such as settings.view.',
};
