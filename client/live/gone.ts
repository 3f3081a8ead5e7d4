import { isolated } from '../../shared/core/isolated.ts';
import { ApiError } from '../core/api.ts';
import type { Tombstone } from './store/held.ts';

/** Why something that was asked for is not to be seen, as far as it is known. */
export interface Gone {
  because: 'deleted' | 'moved' | 'access' | 'denied' | 'missing';
  /** What it was called. */
  name?: string;
  /** Who did it, and when. */
  by?: string;
  at?: string;
  /** The role that reached it and was taken away. */
  lost?: { role: string; organisation: string };
  /** The server's own sentence, where it refused. */
  detail?: string;
}

/** Why a read was refused, or found nothing. */
export function goneFor(error: unknown): Gone {
  const denied = error instanceof ApiError && error.status === 403;
  return denied ? { because: 'denied', detail: error.problem.detail } : { because: 'missing' };
}

/** What a tombstone says to the one who was looking. */
export function goneBy({ op, name, by, at }: Tombstone): Gone {
  return { because: op === 'delete' ? 'deleted' : 'moved', name, by: by.displayName, at };
}

/** One sentence: what happened to it, and who did it where that is known. */
export function goneSentence({ because, name, by, lost, detail }: Gone): string {
  if (detail !== undefined) return detail;
  const it = name === undefined || name === '' ? 'this organisation' : isolated(name);
  const who = by ?? 'Somebody';
  if (because === 'deleted') return `${isolated(who)} deleted ${it}.`;
  if (because === 'moved') return `${isolated(who)} moved ${it} to where your roles do not reach.`;
  if (because === 'access' && lost) {
    return `${isolated(who)} took away your role: ${lost.role} of ${isolated(lost.organisation)}.`;
  }
  if (because === 'access') {
    return by === undefined
      ? 'Your roles no longer reach this.'
      : `${isolated(by)} changed who may see this; your roles no longer reach it.`;
  }
  return 'It does not exist, or your roles do not reach it.';
}
