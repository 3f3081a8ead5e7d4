import type { TemplateDraft, TemplateStep } from './contract.ts';

/** Where two drafts that began alike cannot be joined: `steps.contract-signed.title`. */
export interface DraftConflict {
  field: string;
  yours: unknown;
  theirs: unknown;
}

/** Two people's drafts as one, or where they contradict each other. */
export interface Merged {
  draft: TemplateDraft;
  conflicts: DraftConflict[];
}

/**
 * The drafts of two people who began with the same one. Steps are known by their keys, and each of
 * their fields counts by itself, as does their order: what only one of them changed is taken from
 * that one.
 */
export function mergeDrafts(
  base: TemplateDraft,
  yours: TemplateDraft,
  theirs: TemplateDraft,
): Merged {
  const conflicts: DraftConflict[] = [];
  /** The value of whoever changed it. */
  function choose<Value>(field: string, [was, mine, other]: readonly [Value, Value, Value]): Value {
    if (isSame(mine, was) || isSame(mine, other)) return other;
    if (!isSame(other, was)) conflicts.push({ field, yours: mine ?? null, theirs: other ?? null });
    return mine;
  }

  function stepOf(key: string): TemplateStep | undefined {
    const [was, mine, other] = [base, yours, theirs].map((draft) => find(draft, key));
    if (!was || !mine || !other) return choose(`steps.${key}`, [was, mine, other]);
    const fields = Object.keys(other).map((name) => {
      const field = name as keyof TemplateStep;
      const values = [was[field], mine[field], other[field]] as const;
      return [field, choose<unknown>(`steps.${key}.${field}`, values)];
    });
    return Object.fromEntries(fields) as TemplateStep;
  }

  const stallDays = choose('stallDays', [base.stallDays, yours.stallDays, theirs.stallDays]);
  const inAll = (key: string) => [base, yours, theirs].every((draft) => find(draft, key));
  const orders = [base, yours, theirs].map((draft) => keysOf(draft).filter(inAll));
  const [was = [], mine = [], other = []] = orders;
  const isYours = choose('steps', [was, mine, other]) === mine;
  const [leading, rest] = isYours ? [yours, theirs] : [theirs, yours];
  const steps = interleaved(keysOf(leading), keysOf(rest)).flatMap((key) => stepOf(key) ?? []);
  return { draft: { stallDays, steps }, conflicts };
}

function find({ steps }: TemplateDraft, key: string): TemplateStep | undefined {
  return steps.find((step) => step.key === key);
}

function keysOf({ steps }: TemplateDraft): string[] {
  return steps.map(({ key }) => key);
}

/** One order with what only the other has, each after what it follows there. */
function interleaved(leading: readonly string[], rest: readonly string[]): string[] {
  const order = [...leading];
  for (const [at, key] of rest.entries()) {
    if (order.includes(key)) continue;
    const before = rest[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  return order;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** A value as text, whatever order its fields came in from the database. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
