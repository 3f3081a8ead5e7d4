const DIGIT = /\p{Nd}/u;

/** A text with every decimal digit of whatever script as one from 0 to 9: `１２٣` is `123`. */
export function withPlainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)));
}

/** Unicode keeps digits in runs of ten, from zero to nine; some runs follow one another. */
function valueOf(codePoint: number): number {
  let first = codePoint;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (codePoint - first) % 10;
}
