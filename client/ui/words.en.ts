export const en = {
  justNow: 'just now',
  inAMoment: 'in a moment',
};
