/** So many rows can be changed by one request. */
export const MOST_ROWS = 10_000;
