/**
 * A batch gathers what is asked for one by one, in one turn or while the read before is under way,
 * into one read: a crowd that comes at once then costs a few reads instead of one for each. What is
 * answered was read after it was asked for; what the read did not find is `undefined`.
 */
export function batched<K, V>(
  read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  most = 200,
): (key: K) => Promise<V | undefined> {
  let waiting = new Map<K, PromiseWithResolvers<V | undefined>>();
  let isRunning = false;

  async function run(): Promise<void> {
    while (waiting.size > 0) {
      const all = [...waiting];
      const batch = all.slice(0, most);
      waiting = new Map(all.slice(most));
      try {
        const found = await read(batch.map(([key]) => key));
        for (const [key, { resolve }] of batch) resolve(found.get(key));
      } catch (error) {
        for (const [, { reject }] of batch) reject(error);
      }
    }
    isRunning = false;
  }

  return (key) => {
    const asked = waiting.get(key) ?? Promise.withResolvers<V | undefined>();
    waiting.set(key, asked);
    if (!isRunning) {
      isRunning = true;
      setImmediate(() => void run());
    }
    return asked.promise;
  };
}
