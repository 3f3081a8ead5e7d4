/** Somebody else has this field in hand. */
export interface EditedBy {
  displayName: string;
  colour: string;
}

/** Somebody else's value has just been saved here; `at` in milliseconds since 1970. */
export interface Flash extends EditedBy {
  at: number;
}

/** Somebody else's value stands against what is typed here. */
export interface Conflict {
  theirs: string;
  by: string;
}

export type Saving = 'idle' | 'saving' | 'saved' | 'error';
