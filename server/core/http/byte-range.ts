import type { ByteRange } from '../files/files.ts';

/** What a request wants of a file: all of it, a part, or a part that there is none of. */
export type Wanted = ByteRange | 'whole' | 'unsatisfiable';

/** The headers by which a part is asked for. */
interface Asked {
  range: string | undefined;
  /** The tag of what the client has a part of already. */
  ifRange: string | undefined;
}

/**
 * The one range that a request asks for (RFC 9110, 14). Several, or what is no range at all, count
 * as asking for the whole; so does a part of something that is another one by now [W9].
 */
export function wantedRange(
  { range, ifRange }: Asked,
  { size, etag }: { size: number; etag: string },
): Wanted {
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return 'whole';
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.trim()) ?? [];
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return 'whole';
  return start >= size ? 'unsatisfiable' : { start, end };
}
