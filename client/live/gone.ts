import type { Tombstone } from './store.svelte.ts';

/** Why something that was asked for is not to be seen, as far as it is known. */
export interface Gone {
  because: 'deleted' | 'moved' | 'access' | 'missing';
  /** What it was called. */
  name?: string;
  /** Who did it, and when. */
  by?: string;
  at?: string;
}

/** What a tombstone says to the one who was looking. */
export function goneBy({ op, name, by, at }: Tombstone): Gone {
  return { because: op === 'delete' ? 'deleted' : 'moved', name, by: by.displayName, at };
}

/** One sentence: what happened to it, and who did it where that is known. */
export function goneSentence({ because, name, by }: Gone): string {
  const it = name === undefined || name === '' ? 'this organisation' : name;
  const who = by ?? 'Somebody';
  if (because === 'deleted') return `${who} deleted ${it}.`;
  if (because === 'moved') return `${who} moved ${it} to where your roles do not reach.`;
  if (because === 'access') {
    return by === undefined
      ? `Your roles no longer reach ${it}.`
      : `${by} changed who may see ${it}; your roles no longer reach it.`;
  }
  return 'It does not exist, or your roles do not reach it.';
}
