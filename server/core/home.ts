import type { Said } from '../../shared/core/words/said.ts';
import type { Reading } from './db/reading.ts';

/** Something that waits for the reader, as a feature tells of it. */
export interface NeedFound {
  kind: string;
  subjectId: string;
  /** Where it is, by id; the reader reaches it. */
  organisationId: string | null;
  message: Said;
  since: Date | null;
  dueAt?: Date | null;
  /** Whom it waits on; `null` where that is the reader. */
  waitsOn: string | null;
  href: string;
}

/** A number that a feature tells of an organisation. */
export interface FigureFound {
  key: string;
  label: Said;
  definition: Said;
  value: number;
  isCapped: boolean;
  href: string;
  trend: { days: number; added: number } | null;
}

/** An organisation that a reader's home is about: the topmost of a role. */
export interface HomePlace {
  id: string;
  path: string;
}

/** What a feature adds to people's homes. */
export interface HomeSource {
  /** What waits for the reader anywhere; the few that matter most, and the rest as one. */
  readonly needs?: (reading: Reading, places: readonly HomePlace[]) => Promise<NeedFound[]>;
  /** Numbers of one place; each has a list that shows as many to this reader. */
  readonly figures?: (reading: Reading, place: HomePlace) => Promise<FigureFound[]>;
}

/** How many lines of one kind a home shows; beyond, they are one line. */
export const MOST_ALIKE = 4;
