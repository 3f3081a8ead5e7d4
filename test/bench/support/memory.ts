/** What a process holds, in bytes. */
export interface Memory {
  /** What the machine lends it. */
  resident: number;
  /** What its objects and buffers take. */
  held: number;
}

/** Measures after a collection; needs `--expose-gc`, as helpers are started with. */
export function measureMemory(): Memory {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, held: heapUsed + external };
}
