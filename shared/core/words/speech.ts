import type { Spoken } from './language.ts';
import type { Table } from './words.ts';

/** The messages of a language, by the folder they belong to. */
export type Tables = Readonly<Record<string, Table>>;

/** How a person is spoken to: in which words, and by which conventions and clock. */
export interface Speech {
  readonly language: Spoken;
  /** The conventions for dates, numbers and lists. */
  readonly locale: string;
  /** Of whoever reads; without one, that of the machine. */
  readonly timeZone?: string | undefined;
  /** Absent for English, whose messages come with the code that shows them. */
  readonly tables?: Tables | undefined;
  /** What is made of each message, such as the pseudo-language of English. */
  readonly through?: ((message: Table[string]) => Table[string]) | undefined;
}

/** English by UTC: what the server answers, and what tests of pure rules read. */
const plain: Speech = { language: 'en', locale: 'en-GB', timeZone: 'UTC' };

let read: () => Speech = () => plain;

/** How texts are made at the moment. In the client it is reactive. */
export function speech(): Speech {
  return read();
}

/** Texts are made for the person at this page. Answers what takes it back. */
export function speakBy(reader: () => Speech): () => void {
  const before = read;
  read = reader;
  return () => {
    read = before;
  };
}

/** A text is made for somebody in particular, such as whoever gets a mail. Not for promises. */
export function speakingTo<Text>(
  listener: Speech,
  say: () => Text extends Promise<unknown> ? never : Text,
): Text {
  const quieten = speakBy(() => listener);
  try {
    return say();
  } finally {
    quieten();
  }
}
