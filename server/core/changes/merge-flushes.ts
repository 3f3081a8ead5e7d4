import type { Captured } from './capture.ts';
import { joinLeaves, type Publication } from './publication.ts';

/** One change for each record, however many flushes it took; containers before what they hold. */
export function mergeFlushes(
  captured: readonly Captured[],
  order: readonly Publication[],
): Captured[] {
  const byRecord = new Map<string, Captured>();
  for (const change of captured) {
    const key = nameOf(change);
    const known = byRecord.get(key);
    byRecord.set(key, known ? join(known, change) : change);
  }
  return [...byRecord.values()].sort(
    (a, b) => order.indexOf(a.publication) - order.indexOf(b.publication),
  );
}

/** A record's name in the log: a billing profile has the id of its organisation. */
export function nameOf({
  publication,
  recordId,
}: Pick<Captured, 'publication' | 'recordId'>): string {
  return `${publication.resource}:${recordId}`;
}

function join(first: Captured, second: Captured): Captured {
  return {
    ...second,
    op: first.op === 'create' && second.op === 'update' ? 'create' : second.op,
    pathBefore: first.pathBefore ?? second.pathBefore,
    organisationIdBefore: first.organisationIdBefore ?? second.organisationIdBefore,
    before: joinLeaves(second.publication, second.before, first.before),
    after: joinLeaves(second.publication, first.after, second.after),
  };
}
