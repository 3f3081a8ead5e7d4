import type { Parts } from './parts.ts';
import { speech } from './speech.ts';

type Saying = (...parameters: never[]) => string | Parts;

/** Messages by name: texts, sentences with named parameters, or tables of such by a code. */
export interface Table {
  readonly [name: string]: string | Saying | Table;
}

/** What a translation has to have: the same messages, with the same parameters. */
export type Words<English> = {
  readonly [Name in keyof English]: English[Name] extends string
    ? string
    : English[Name] extends (...parameters: infer Parameters) => infer Text
      ? (...parameters: Parameters) => Text extends Parts ? Parts : string
      : Words<English[Name]>;
};

/** English messages that the loaded code brought along, by folder. */
const english: Record<string, Table> = {};

/**
 * The messages of a folder (`client/organisations`), each in the language of whoever reads. Read
 * them where they are shown: one that is kept in a constant keeps its language.
 */
export function wordsOf<const English extends Table>(
  folder: string,
  messages: English,
): Words<English> {
  english[folder] = messages;
  return new Proxy(messages, {
    get: (_, name) => (typeof name === 'string' ? messageOf(folder, name) : undefined),
  }) as unknown as Words<English>;
}

/** A message in the language of the moment; the English one where the release of a table is older. */
export function messageOf(folder: string, name: string): Table[string] | undefined {
  const { tables, through } = speech();
  const message = own(tables?.[folder], name) ?? own(english[folder], name);
  return through && message !== undefined ? through(message) : message;
}

function own(table: Table | undefined, name: string): Table[string] | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
