const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether a text is a time in the years 1 to 9999: outside them databases and programs disagree. */
export function isStorableTime(text: string): boolean {
  const time = Date.parse(text);
  return time >= FIRST && time <= LAST;
}
