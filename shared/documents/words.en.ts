import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';

const kinds = { contract: 'a contract', terms: 'terms', other: 'another document' };
type Kind = keyof typeof kinds;

const mebibytes = (bytes: number) =>
  `${formats().number(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
const listed = (endings: readonly string[]) =>
  formats().list(
    endings.map((ending) => `.${ending}`),
    'disjunction',
  );

export const en = {
  isEmpty: 'The file is empty.',
  isTooLarge: ({ kind, size, most }: { kind: Kind; size: number; most: number }) =>
    `The file has ${mebibytes(size)}. As ${kinds[kind]}, it may have at most ${mebibytes(most)}.`,
  noEnding: ({ kind, endings }: { kind: Kind; endings: readonly string[] }) =>
    `The name has no ending that says what the file is. As ${kinds[kind]}, it ends in ${listed(endings)}.`,
  endingNotTaken: (given: { ending: string; kind: Kind; endings: readonly string[] }) =>
    `Files that end in ${isolated(`.${given.ending}`)} are not accepted as ${kinds[given.kind]}. Accepted are ${listed(given.endings)}.`,
  noName: 'The file needs a name.',
  nameTooLong: 'The name of the file has at most 150 characters. Rename it first.',
  deviceName: 'Windows keeps this name for itself. Rename the file first.',
  tooMany: ({ most }: { most: number }) =>
    `There are ${formats().number(most)} documents here already. Remove one that nobody needs; it counts for 30 more days.`,
  tooManyVersions: ({ most }: { most: number }) =>
    `The document has ${formats().number(most)} versions already. Upload it as a new document.`,
  tooManyUploads: ({ most }: { most: number }) =>
    `${formats().number(most)} of your uploads are under way. Wait until one has ended, or cancel one.`,
  replacesNothing: 'There is no such document here.',
  replacesRemoved: 'The document is removed. Restore it before you upload a new version.',
  staysAsItIs: 'A new version is of the same kind and for the same people as the document.',
  isAnother: ({ ending, found }: { ending: string; found: string }) =>
    `The name ends in .${ending}, but this is a .${found} file.`,
  isNoText: ({ ending }: { ending: string }) =>
    `The name ends in .${ending}, but this is no plain text in UTF-8. Save it in that encoding.`,
  isUnknown: ({ ending }: { ending: string }) =>
    `The name ends in .${ending}, but this is something else, which is not accepted.`,
  isSame: 'This is the version that is here already.',
  lost: 'The file could not be checked. Upload it again.',
  notPending: 'This upload takes no more bytes.',
  isSigned: ({ name }: { name: string }) => `${isolated(name)} is here.`,
  notSigned: 'No contract is uploaded yet.',
};
