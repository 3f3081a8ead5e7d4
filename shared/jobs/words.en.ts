export const en = {
  onlyWaiting: 'Only a job that waits can be cancelled.',
  onlyEnded: 'Only a job that failed, was cancelled or is uncertain can be repeated.',
};
