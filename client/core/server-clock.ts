const SECOND = 1000;

/** How far the server's clock is ahead of this computer's, in milliseconds. */
let offset = 0;

/** The time by the server's clock, which everything that it tells is measured by. */
export function serverTime(): number {
  return Date.now() + offset;
}

/**
 * The server's clock is read from an answer. The `Date` header has whole seconds, and the way there
 * and back takes time too, so a clock that may well be right is left as it is.
 */
export function setByAnswer(date: string | null, sentAt: number, receivedAt: number): void {
  const told = Date.parse(date ?? '');
  if (Number.isNaN(told)) return;
  const least = told - receivedAt;
  const most = told + SECOND - sentAt;
  if (offset >= least && offset <= most) return;
  offset = least <= 0 && most >= 0 ? 0 : (least + most) / 2;
}
