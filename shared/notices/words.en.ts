export const en = {
  noSuchChoice: 'There is nothing to choose for notices of this kind.',
};
