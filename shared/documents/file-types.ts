import type { DocumentKind } from './contract.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** The types of file that are taken, by the endings of their names. */
const byEnding = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: `${open}.text`,
  ods: `${open}.spreadsheet`,
  odp: `${open}.presentation`,
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;
export type Ending = keyof typeof byEnding;
export type FileType = (typeof byEnding)[Ending];

const scans: readonly Ending[] = ['pdf', 'png', 'jpg', 'jpeg', 'webp'];

/** What each kind of document can be. */
const endings: Readonly<Record<DocumentKind, readonly Ending[]>> = {
  contract: [...scans, 'docx', 'odt'],
  terms: ['pdf', 'docx', 'odt', 'txt'],
  other: Object.keys(byEnding) as Ending[],
};

/** The endings that a kind of document is taken with. */
export function endingsFor(kind: DocumentKind): readonly Ending[] {
  return endings[kind];
}

/** The ending of a name, in small letters; empty where it has none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** The type that a name says its file is of. */
export function typeSaidBy(name: string): FileType | undefined {
  const ending = endingOf(name);
  return Object.hasOwn(byEnding, ending) ? byEnding[ending as Ending] : undefined;
}

/** Whether a file of this name can be a document of this kind. */
export function isTakenAs(kind: DocumentKind, name: string): boolean {
  return (endings[kind] as readonly string[]).includes(endingOf(name));
}

/** Texts are known by no first bytes: they are what holds nothing else. */
export function isText(type: FileType): boolean {
  return type === 'text/plain' || type === 'text/csv';
}
