import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import type { Edit, FieldOf } from './pending-edits.ts';

/** What is to be saved. */
export interface Saved extends FieldOf {
  label: string;
  patch: Fields;
  /** What it replaces, where that is not what is shown. */
  before?: Fields;
  base: number | '*';
  isUndo?: boolean;
}

/** What became of an edit: on record, waiting for the server, or for the person. */
export type Outcome =
  | { is: 'saved'; version: number }
  | { is: 'waiting' }
  | { is: 'discarded' }
  | { is: 'conflict' | 'refused'; problem: Problem };

/** An edit that was answered. */
export type Answered = { edit: Edit } & (
  { is: 'saved'; version: number } | { is: 'conflict' | 'refused'; problem: Problem }
);
