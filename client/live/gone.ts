import { ApiError } from '../core/api.ts';
import type { Tombstone } from './store/held.ts';
import { words } from './words.ts';

/** Why a record cannot be shown, as far as it is known. */
export interface Gone {
  because: 'deleted' | 'moved' | 'access' | 'denied' | 'missing';
  /** What it was called. */
  name?: string;
  /** Who did it, and when. */
  by?: string;
  at?: string;
  /** The lost role that gave access to it. */
  lost?: { role: string; organisation: string };
  /** The server's own sentence, where it refused. */
  detail?: string;
}

/** Why a read was refused, or found nothing. */
export function goneFor(error: unknown): Gone {
  const denied = error instanceof ApiError && error.status === 403;
  return denied ? { because: 'denied', detail: error.problem.detail } : { because: 'missing' };
}

/** The reason that a tombstone gives. */
export function goneBy({ op, name, by, at }: Tombstone): Gone {
  return { because: op === 'delete' ? 'deleted' : 'moved', name, by: by.displayName, at };
}

/** One sentence: what happened to it, and who did it where that is known. */
export function goneSentence({ because, name, by, lost, detail }: Gone): string {
  if (detail !== undefined) return detail;
  const what = name === undefined || name === '' ? words.thisOrganisation : name;
  const who = by ?? words.somebody;
  if (because === 'deleted') return words.deleted({ who, what });
  if (because === 'moved') return words.movedAway({ who, what });
  if (because === 'access' && lost) return words.roleTaken({ who, ...lost });
  if (because === 'access') {
    return by === undefined ? words.notReached : words.notReachedBy({ who: by });
  }
  return words.missing;
}
