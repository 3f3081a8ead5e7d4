import type { Activity } from '../../shared/live/contract.ts';

/** A line of the feed: who, did what, to which organisation. */
export interface Told {
  who: string;
  /** The deed, up to the organisation's name: *suspended*. */
  deed: string;
  organisationId: string;
  /** The organisation's name of then, where the entry says it. */
  name: string | undefined;
  /** The words behind the name: *to those above*. */
  rest: string;
}

/** Makes a line of what was done and, where something follows the organisation's name, of that. */
export type Tell = (deed: string, rest?: string) => Told;

/**
 * How an entry about one type of record reads, or `undefined` for what only came along with another
 * entry of the same deed.
 */
export type Sentence = (activity: Activity, told: Tell) => Told | undefined;

/** How entries read, by type of record. */
export type Sentences = Readonly<Partial<Record<string, Sentence>>>;

/** An entry of the activity feed as a sentence, or `undefined` where another entry says it all. */
export function activitySentence(sentences: Sentences, activity: Activity): Told | undefined {
  const { resource, op, actor, organisationId, organisation, fields } = activity;
  const isOfOrganisation = resource === 'organisation';
  const newName = isOfOrganisation ? textOf(fields['displayName']) : undefined;
  const tell: Tell = (deed, rest = '') => ({
    who: actor.displayName,
    deed,
    organisationId,
    name: newName ?? organisation?.displayName,
    rest,
  });
  // a record comes and goes along with its organisation, which tells of it
  if (!isOfOrganisation && (op === 'enter' || op === 'leave')) return undefined;
  return (sentences[resource] ?? neutral)(activity, tell);
}

/** For records that no feature has words for: what is said is true of any. */
function neutral({ op }: Activity, tell: Tell): Told {
  if (op === 'create') return tell('added a record to');
  return tell(op === 'delete' ? 'removed a record from' : 'changed a record of');
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
