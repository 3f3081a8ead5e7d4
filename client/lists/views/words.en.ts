import { isolated } from '../../../shared/core/isolated.ts';

type Named = { name: string };

export const en = {
  views: 'Views',
  changed: ({ name }: Named) => `${isolated(name)}, changed`,
  sharedView: ({ name }: Named) => `${isolated(name)} (shared)`,
  saveAs: 'Save as a view…',
  replace: ({ name }: Named) => `Replace “${isolated(name)}”`,
  rename: ({ name }: Named) => `Rename “${isolated(name)}”…`,
  beginWith: ({ name }: Named) => `Begin with “${isolated(name)}”`,
  delete: ({ name }: Named) => `Delete “${isolated(name)}”`,
  notDone: 'The view was not changed',
  partLost: ({ name }: Named) =>
    `Part of “${isolated(name)}” is left out: a filter of it does not exist any more.`,
  saveTitle: 'Save a view',
  saveAbout: 'It keeps the search, filters, order, columns and reach of the list as they are now.',
  renameTitle: 'Rename the view',
  name: 'Name',
  nameMissing: 'Give the view a name.',
  whose: 'Who sees it',
  own: 'Only you',
  shared: 'Everybody who may see this list',
  save: 'Save the view',
  saveName: 'Save the name',
  cancel: 'Cancel',
};
