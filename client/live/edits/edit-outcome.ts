import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import type { Edit, FieldOf } from './pending-edits.ts';

/** An edit to save. */
export interface Saved extends FieldOf {
  label: string;
  patch: Fields;
  /** The values that it replaces, where they differ from those shown. */
  before?: Fields;
  base: number | '*';
  isUndo?: boolean;
}

/** The outcome of an edit: saved, pending, or up to the person. */
export type Outcome =
  | { is: 'saved'; version: number }
  | { is: 'waiting' }
  | { is: 'discarded' }
  | { is: 'conflict' | 'refused'; problem: Problem };

/** An edit with the server's answer. */
export type Answered = { edit: Edit } & (
  { is: 'saved'; version: number } | { is: 'conflict' | 'refused'; problem: Problem }
);
