import { says } from '../../../shared/core/words.ts';
import { createHash } from 'node:crypto';
import { fieldError, Refusal } from '../../../shared/core/refusals.ts';

/** What tells one list's cursors from another's; nothing secret, it only catches mistakes. */
export function markOf(list: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 8);
}

/** The refusal of a cursor that this list did not give out. */
export function foreignCursor(): Refusal {
  return new Refusal('request.invalid', says.foreignCursor, {
    errors: [fieldError('cursor', says.useNextCursor)],
  });
}

/**
 * The cursors of a list that runs down a sequence, the latest first. Audit and log both number
 * their rows, so a bare number of one would silently be a wrong place in the other.
 */
export function sequenceCursors(...list: readonly unknown[]) {
  const mark = markOf(list);
  return {
    write: (seq: number | string): string => `${mark}.${seq}`,

    read(cursor: string | undefined): number {
      if (cursor === undefined) return Number.MAX_SAFE_INTEGER;
      const seq = cursor.startsWith(`${mark}.`) ? cursor.slice(mark.length + 1) : '';
      if (!/^\d{1,15}$/.test(seq)) throw foreignCursor();
      return Number(seq);
    },
  };
}
