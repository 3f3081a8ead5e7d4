import { isolated } from '../../shared/core/isolated.ts';

/** A text of a mail that is safe to send: our own words, with people's texts made harmless. */
export class Words {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * A sentence of a mail. Whatever is put into it was typed by people, so it stays on one line, turns
 * none of the words around it and makes no link; what is `Words` already goes in as it is.
 */
export function words(
  sentence: TemplateStringsArray,
  ...values: (string | number | Words)[]
): Words {
  const parts = values.map((value) =>
    value instanceof Words ? value.text : isolated(harmless(value)),
  );
  return new Words(String.raw({ raw: sentence }, ...parts));
}

/** Characters that show nothing: they would hide where a word ends, or turn the line around. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Everything that breaks a line, and whatever else is no character. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** What mail programs read as a dot within an address. */
const DOT_WITHIN = /(?<=\S)[.\u2024\u3002\uff0e\uff61](?=[\p{L}\p{N}-]{2,})/gu;
const DOT_OF_NUMBERS = /^\d$/u;

/** Mail programs make links of what looks like one; a space within keeps them from it. */
function harmless(value: string | number): string {
  return String(value)
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
