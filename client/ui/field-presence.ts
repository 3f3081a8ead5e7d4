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

/** `waiting`: for the server, which cannot be reached. */
export type Saving = 'idle' | 'saving' | 'waiting' | 'saved' | 'error';
