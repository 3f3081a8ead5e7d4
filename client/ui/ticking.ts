/**
 * Ticks a row, or takes its tick away; with `from`, the row that was ticked before, all between the
 * two become alike. `keys` are those of the rows in their order.
 */
export function tickTo(
  selection: Set<string> | undefined,
  keys: readonly string[],
  { key, from }: { key: string; from: string | undefined },
): void {
  const isTicked = !selection?.has(key);
  const [at, other] = [keys.indexOf(key), from === undefined ? -1 : keys.indexOf(from)];
  const meant = other < 0 ? [key] : keys.slice(Math.min(at, other), Math.max(at, other) + 1);
  for (const each of meant) {
    if (isTicked) selection?.add(each);
    else selection?.delete(each);
  }
}

/** All rows are ticked; where all are already, none of them. */
export function tickAll(selection: Set<string> | undefined, keys: readonly string[]): void {
  const isAll = keys.every((key) => selection?.has(key));
  for (const key of keys) {
    if (isAll) selection?.delete(key);
    else selection?.add(key);
  }
}
