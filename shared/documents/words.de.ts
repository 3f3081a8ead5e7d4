import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

const kinds = { contract: 'Vertrag', terms: 'Bedingungen', other: 'sonstiges Dokument' };

const mebibytes = (bytes: number) =>
  `${formats().number(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
const listed = (endings: readonly string[]) =>
  formats().list(
    endings.map((ending) => `.${ending}`),
    'disjunction',
  );

export const de = {
  isEmpty: 'Die Datei ist leer.',
  isTooLarge: ({ kind, size, most }) =>
    `Die Datei hat ${mebibytes(size)}. Als ${kinds[kind]} darf sie höchstens ${mebibytes(most)} haben.`,
  noEnding: ({ kind, endings }) =>
    `Dem Namen fehlt die Endung, die sagt, was für eine Datei es ist. Als ${kinds[kind]} endet sie auf ${listed(endings)}.`,
  endingNotTaken: ({ ending, kind, endings }) =>
    `Dateien mit der Endung ${isolated(`.${ending}`)} werden als ${kinds[kind]} nicht angenommen. Möglich sind ${listed(endings)}.`,
  noName: 'Die Datei braucht einen Namen.',
  nameTooLong: 'Der Name der Datei darf höchstens 150 Zeichen haben. Benennen Sie sie zuerst um.',
  deviceName: 'Windows hält diesen Namen für sich frei. Benennen Sie die Datei zuerst um.',
  tooMany: ({ most }) =>
    `Es gibt hier schon ${formats().number(most)} Dokumente. Entfernen Sie eines, das niemand braucht; es zählt noch 30 Tage mit.`,
  tooManyVersions: ({ most }) =>
    `Das Dokument hat schon ${formats().number(most)} Versionen. Laden Sie die Datei als neues Dokument hoch.`,
  tooManyUploads: ({ most }) =>
    `${formats().number(most)} Ihrer Uploads laufen gerade. Warten Sie, bis einer fertig ist, oder brechen Sie einen ab.`,
  replacesNothing: 'Dieses Dokument gibt es hier nicht.',
  replacesRemoved:
    'Das Dokument ist entfernt. Stellen Sie es wieder her, bevor Sie eine neue Version hochladen.',
  staysAsItIs:
    'Eine neue Version ist von derselben Art und für dieselben Personen wie das Dokument.',
  isAnother: ({ ending, found }) =>
    `Der Name endet auf .${ending}, es ist aber eine .${found}-Datei.`,
  isNoText: ({ ending }) =>
    `Der Name endet auf .${ending}, es ist aber kein reiner Text in UTF-8. Speichern Sie die Datei in dieser Kodierung.`,
  isUnknown: ({ ending }) =>
    `Der Name endet auf .${ending}, es ist aber etwas anderes, das nicht angenommen wird.`,
  isSame: 'Diese Version gibt es hier schon.',
  lost: 'Die Datei konnte nicht geprüft werden. Laden Sie sie noch einmal hoch.',
  notPending: 'Dieser Upload nimmt keine Daten mehr an.',
  isSigned: ({ name }) => `${isolated(name)} liegt vor.`,
  notSigned: 'Es ist noch kein Vertrag hochgeladen.',
} satisfies Words<typeof en>;
