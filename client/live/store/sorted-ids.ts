type Compare = (one: string, other: string) => number;

/** Beyond this many at once, sorting all is cheaper than finding the place of each. */
const MANY = 16;

/** The list with more ids, each in its place. The given list stays as it is. */
export function withIds(
  ids: readonly string[],
  added: readonly string[],
  compare: Compare,
): string[] {
  if (added.length > MANY) return [...ids, ...added].sort(compare);
  const result = [...ids];
  for (const id of added) result.splice(placeOf(result, id, compare), 0, id);
  return result;
}

/** The list without an id. */
export function withoutId(ids: readonly string[], id: string): string[] {
  const at = ids.indexOf(id);
  return at < 0 ? [...ids] : ids.toSpliced(at, 1);
}

function placeOf(ids: readonly string[], id: string, compare: Compare): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(ids[middle] as string, id) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
