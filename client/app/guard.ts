import { type Api, Unreachable } from '../core/api.ts';
import { nextStepPaths, signInPath } from '../core/paths.ts';
import type { Session } from '../core/session.svelte.ts';

/**
 * Where somebody who wants to go to `path` has to go first, or `undefined` where they may go on.
 * While the server cannot be reached nobody is sent anywhere: the shell says so and tries again.
 */
export async function detour(
  api: Api,
  session: Session,
  path: string,
): Promise<string | undefined> {
  try {
    const state = session.state.is === 'unknown' ? await session.load() : session.state;
    if (state.is === 'pending') return nextStepPaths[state.next];
    if (state.is !== 'signed-out') return undefined;
    const { data } = await api.get<{ needed: boolean }>('/setup');
    return data.needed ? '/setup' : signInPath(path, state.reason);
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}
