import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';

const sizeOf = (bytes: number) => {
  if (bytes < 1024) return `${formats().number(bytes)} B`;
  const kibibytes = bytes / 1024;
  if (kibibytes < 1024) return `${formats().number(Math.round(kibibytes))} KB`;
  return `${formats().number(Math.round((kibibytes / 1024) * 10) / 10)} MB`;
};

export const en = {
  noAccess: 'The documents here are not open to you',
  title: 'Documents',
  none: 'No documents yet',
  noneHint:
    'Contracts, terms and other files of this organisation are kept here, each with all its versions.',
  noneToReaders: 'Nobody has uploaded contracts, terms or other files here yet.',
  upload: 'Upload files',
  drop: 'Files can be dropped anywhere here, too.',
  dropNow: 'Let go to upload.',

  kinds: { contract: 'Contract', terms: 'Terms', other: 'Other' },
  visibilities: { inside: 'Only people here', shared: 'People here and the levels above' },
  version: ({ number }: { number: number }) => `Version ${formats().number(number)}`,
  size: ({ bytes }: { bytes: number }) => sizeOf(bytes),
  by: ({ name }: { name: string }) => `by ${isolated(name)}`,
  download: ({ name }: { name: string }) => `Download ${isolated(name)}`,
  downloadIt: 'Download',
  more: ({ name }: { name: string }) => `More about ${isolated(name)}`,
  newVersion: 'Upload a new version',
  versions: 'Versions',
  versionsOf: ({ name }: { name: string }) => `Versions of ${isolated(name)}`,
  latest: 'Latest',
  close: 'Close',
  remove: 'Remove',
  removedNow: ({ name }: { name: string }) => `${isolated(name)} is removed.`,
  removedDetail: 'It can be restored for 30 days.',
  undo: 'Undo',
  notRemoved: ({ name }: { name: string }) => `${isolated(name)} could not be removed`,
  notRestored: ({ name }: { name: string }) => `${isolated(name)} could not be restored`,
  restore: 'Restore',
  restoreIt: ({ name }: { name: string }) => `Restore ${isolated(name)}`,
  removed: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 removed document',
      other: `${formats().number(count)} removed documents`,
    }),
  removedAt: 'removed',

  dialogTitle: ({ count, name }: { count: number; name: string }) =>
    plural(count, {
      one: `Upload ${isolated(name)}`,
      other: `Upload ${formats().number(count)} files`,
    }),
  replacing: ({ name }: { name: string }) => `As a new version of ${isolated(name)}`,
  kindLabel: 'What is it?',
  kindHints: {
    contract: 'At most 25 MB',
    terms: 'At most 10 MB',
    other: 'Also tables and slides, at most 50 MB',
  },
  visibilityLabel: 'Who sees it?',
  visibilityHints: {
    shared: 'Whoever has a role here, and those above as far as they may look inside',
    inside: 'Whoever has a role at this organisation itself, and nobody above',
  },
  start: ({ count }: { count: number }) =>
    plural(count, { one: 'Upload', other: `Upload ${formats().number(count)} files` }),
  cancel: 'Cancel',
  leftOut: ({ count }: { count: number }) =>
    plural(count, {
      one: 'This file cannot be uploaded:',
      other: `These ${formats().number(count)} files cannot be uploaded:`,
    }),

  underWay: 'Uploads',
  sending: ({ sent, size }: { sent: number; size: number }) => `${sizeOf(sent)} of ${sizeOf(size)}`,
  states: {
    preparing: 'Preparing…',
    waiting: 'No connection. It goes on by itself.',
    paused: 'Paused',
    checking: 'Checking the file…',
  },
  progress: ({ name }: { name: string }) => `Progress of ${isolated(name)}`,
  pause: ({ name }: { name: string }) => `Pause ${isolated(name)}`,
  resume: ({ name }: { name: string }) => `Go on with ${isolated(name)}`,
  stop: ({ name }: { name: string }) => `Cancel ${isolated(name)}`,
  dismiss: ({ name }: { name: string }) => `Dismiss ${isolated(name)}`,
  sameAs: ({ name, other }: { name: string; other: string }) =>
    `${isolated(name)} is uploaded. The same file is already here as ${isolated(other)}.`,
};
