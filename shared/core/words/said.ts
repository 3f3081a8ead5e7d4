import { speech } from './speech.ts';
import { messageOf, type Table } from './words.ts';

/** A message as it travels: what it is and its parameters, and what it says in English. */
export interface Said {
  /** The feature of `shared/` and the message's name: *access.noGrantReaches*. */
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly detail: string;
}

type Sayings<English> = {
  readonly [
    Name in keyof English as English[Name] extends string | ((given: never) => string)
      ? Name
      : never
  ]: English[Name] extends (given: infer Given) => string ? (given: Given) => Said : Said;
};

/** The messages of a folder of `shared/` as they travel: `says.noGrantReaches({ name })`. */
export function sayingsOf<const English extends Table>(
  folder: `shared/${string}`,
  messages: English,
): Sayings<English> {
  const feature = folder.slice('shared/'.length);
  return new Proxy(messages, {
    get(_, name) {
      if (typeof name !== 'string') return undefined;
      const message = messages[name];
      const code = `${feature}.${name}`;
      if (typeof message === 'string') return { code, detail: message };
      if (typeof message !== 'function') return undefined;
      return (params: never) => ({ code, params, detail: message(params) });
    },
  }) as unknown as Sayings<English>;
}

/** Messages of fixed texts, such as schemas have: by their English. */
const fixed = new Map<string, Said>();

/** The English of a message that a schema tells, which is known again by it. */
export function fixedText(said: Said): string {
  fixed.set(said.detail, said);
  return said.detail;
}

/** The message that a schema told. */
export function saidBy(english: string): Said | undefined {
  return fixed.get(english);
}

/** A message that has travelled, in the language of the moment; its English where nobody knows it. */
export function worded({ code, params, detail }: Said): string {
  const dot = code.indexOf('.');
  const message = messageOf(`shared/${code.slice(0, dot)}`, code.slice(dot + 1));
  try {
    const text = typeof message === 'function' ? message((params ?? {}) as never) : message;
    if (typeof text === 'string') return text;
  } catch {
    // Another release has other parameters.
  }
  const { through } = speech();
  const shown = through?.(detail);
  return typeof shown === 'string' ? shown : detail;
}
