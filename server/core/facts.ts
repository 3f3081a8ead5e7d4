import type { Said } from '../../shared/core/words/said.ts';
import type { Captured } from './changes/capture.ts';
import type { Reading } from './db/reading.ts';

/** Whether something is so at an organisation, and by what one sees it. */
export interface FactRead {
  holds: boolean;
  /** Since when, where that is known. */
  since?: Date | null;
  /** What made it so, or what it lacks. */
  evidence: Said;
  /** The page where that is seen. */
  href: string | null;
}

/**
 * Something that is so at an organisation or is not, as a feature knows it by its own tables. A
 * fact holds no state: whoever follows it reads it anew when a change concerns it.
 */
export interface Fact {
  readonly key: string;
  /**
   * The organisations at which a change may have made it so, or ended it. An ordinary change is to
   * be told apart without a statement.
   */
  readonly concerns: (
    reading: Reading,
    change: Captured,
  ) => readonly string[] | Promise<readonly string[]>;
  readonly read: (reading: Reading, organisationId: string) => Promise<FactRead>;
}
