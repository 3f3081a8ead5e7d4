import type { Parts, Slot } from '../../shared/core/words/parts.ts';
import type { Activity } from '../../shared/live/contract.ts';
import { words } from './words.ts';

/** What every sentence of the feed is about: who did it, and the organisation it was done to. */
export interface Subjects {
  who: Slot;
  place: Slot;
}

/** A name of then that a sentence tells. */
export interface Named {
  name: string;
}

type FeedSentence = (subjects: Subjects) => Parts;

/** A line of the feed. */
export interface Told {
  who: string;
  organisationId: string;
  /** The organisation's name of then, where the entry says it. */
  name: string | undefined;
  sentence: FeedSentence;
}

/** A line of the feed, made of its sentence. */
export type Tell = (sentence: FeedSentence) => Told;

/**
 * How an entry about one type of record reads, or `undefined` for what only came along with another
 * entry of the same deed.
 */
export type Sentence = (activity: Activity, told: Tell) => Told | undefined;

/** How entries read, by type of record. */
export type Sentences = Readonly<Partial<Record<string, Sentence>>>;

/** An entry of the activity feed as a sentence, or `undefined` where another entry says it all. */
export function activitySentence(sentences: Sentences, activity: Activity): Told | undefined {
  const { resource, op, actor, organisationId, organisation, fields, was } = activity;
  const isOfOrganisation = resource === 'organisation';
  const ownName = isOfOrganisation
    ? (textOf(fields['displayName']) ?? textOf(was?.['displayName']))
    : undefined;
  const tell: Tell = (sentence) => ({
    who: actor.displayName,
    organisationId,
    name: ownName ?? organisation?.displayName,
    sentence,
  });
  // a record comes and goes along with its organisation, which tells of it
  if (!isOfOrganisation && (op === 'enter' || op === 'leave')) return undefined;
  return (sentences[resource] ?? neutral)(activity, tell);
}

/** For records that no feature has words for: what is said is true of any. */
function neutral({ op }: Activity, tell: Tell): Told {
  if (op === 'create') return tell(words.feed.added);
  return tell(op === 'delete' ? words.feed.removed : words.feed.changed);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
