import { isolated } from '../../shared/core/isolated.ts';
import { type Said, worded } from '../../shared/core/words/said.ts';
import { type Table, wordsOf } from '../../shared/core/words/words.ts';

/** A text of a mail that is safe to send: our own words, with people's texts made harmless. */
export class MailText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type MailWords<English> = {
  readonly [Name in keyof English]: English[Name] extends (given: infer Given) => string
    ? (given: Given) => MailText
    : MailText;
};

/**
 * The messages of a folder that mails consist of, in the language of the mail's reader. The texts
 * among their parameters were typed by people, so each stays on one line, turns none of the words
 * around it and makes no link.
 */
export function mailWordsOf<const English extends Table>(
  folder: `server/${string}`,
  messages: English,
): MailWords<English> {
  const words = wordsOf(folder, messages) as Table;
  return new Proxy(messages, {
    get(_, name) {
      const message = typeof name === 'string' ? words[name] : undefined;
      if (typeof message === 'string') return new MailText(message);
      if (typeof message !== 'function') return undefined;
      return (given: Record<string, unknown>) => mailText(message(allHarmless(given) as never));
    },
  }) as unknown as MailWords<English>;
}

/** A message of `shared/` as a mail says it, in the language of the mail's reader. */
export function mailTextOf({ code, params = {}, detail }: Said): MailText {
  return new MailText(worded({ code, params: allHarmless(params), detail: harmless(detail) }));
}

function mailText(text: unknown): MailText {
  if (typeof text !== 'string') throw new Error('A mail draws nothing within its sentences.');
  return new MailText(text);
}

function allHarmless(given: Record<string, unknown>): Record<string, unknown> {
  const harmlessly = ([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? isolated(harmless(value)) : value,
  ];
  return Object.fromEntries(Object.entries(given).map(harmlessly)) as Record<string, unknown>;
}

/** Characters that show nothing: they would hide where a word ends, or turn the line around. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Everything that breaks a line, and whatever else is no character. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** What mail programs read as a dot within an address. */
const DOT_WITHIN = /(?<=\S)[.\u2024\u3002\uff0e\uff61](?=[\p{L}\p{N}-]{2,})/gu;
const DOT_OF_NUMBERS = /^\d$/u;

/** Mail programs make links of what looks like one; a space within keeps them from it. */
function harmless(value: string): string {
  return value
    .replace(UNSEEN, '')
    .replace(BREAKS, ' ')
    .replace(/:(?=\/\/)/g, ': ')
    .replace(/(?<=\S)@(?=\S)/g, ' @')
    .replace(DOT_WITHIN, (dot, at: number, text: string) =>
      DOT_OF_NUMBERS.test(text[at - 1] ?? '') && DOT_OF_NUMBERS.test(text[at + 1] ?? '')
        ? dot
        : ` ${dot}`,
    )
    .trim();
}
