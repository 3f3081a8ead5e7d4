/** Rows read and looked through at a time. */
export const BATCH = 200;

/** A way down a list whose rows the reader sees only in part, the latest first. */
interface Descent<Row, Shown, Key> {
  /** Where it begins: above the rows with lower keys. */
  before: Key;
  /** The key that no row is below, where it ends. */
  end: Key;
  /** How many are wanted. */
  enough: number;
  /** How many rows are read at most, where others have to have their turn. */
  most?: number;
  /** The rows below a key, at most a batch of them. */
  read: (before: Key, limit: number) => Promise<readonly Row[]>;
  /** What the reader may see of them, in the same order. */
  keep: (rows: readonly Row[]) => Promise<readonly Shown[]>;
  keyOf: (row: Row) => Key;
}

/**
 * Rows are read on until enough is found that the reader may see. Only what is seen decides how
 * long a page is and whether there is another: a page that ended behind hidden rows would tell that
 * there are some. `before` is where the next read begins; it is `end` where there is nothing left.
 */
export async function findVisible<Row, Shown, Key>({
  before,
  end,
  enough,
  most = Infinity,
  read,
  keep,
  keyOf,
}: Descent<Row, Shown, Key>): Promise<{ found: Shown[]; before: Key }> {
  const found: Shown[] = [];
  let reached = before;
  for (let count = 0; reached !== end && found.length < enough && count < most; count += BATCH) {
    const rows = await read(reached, BATCH);
    found.push(...(await keep(rows)));
    const last = rows.at(-1);
    reached = rows.length < BATCH || last === undefined ? end : keyOf(last);
  }
  return { found, before: reached };
}
