/** What is chosen out of the audit, as the server's query has it. */
export type Chosen = Readonly<Record<string, string | undefined>>;

/** By what it can be chosen. */
export const conditions = ['q', 'outcome', 'resource', 'from', 'actor', 'action'] as const;

/** The conditions that an address holds; its other parameters belong to other lists. */
export function chosenIn(address: Readonly<Record<string, string>>): Chosen {
  return Object.fromEntries(conditions.map((name) => [name, address[name]]));
}

/** Where a choice can be had as a file. */
export function exportUrl(path: string, format: 'csv' | 'jsonl', chosen: Chosen): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(chosen)) if (value) query.set(name, value);
  return `/api${path}/export?${query.toString()}`;
}
