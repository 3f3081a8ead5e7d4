import { findSetUp } from '../../shared/accounts/endpoints.ts';
import { type Api, Unreachable } from '../core/api.ts';
import type { NextStep } from '../../shared/core/next-step.ts';
import { safeNext, signInPath, stepPath } from '../core/paths.ts';
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
    if (state.is === 'pending') return stepPath(state.next, path);
    if (state.is !== 'signed-out') return undefined;
    const { data } = await api.call(findSetUp);
    return data.needed ? '/setup' : signInPath(path, state.reason);
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}

/**
 * Where somebody who comes to the sign-in page goes instead, or `undefined` where they sign in:
 * on to `next` if they are signed in already, perhaps by another tab of this browser.
 */
export async function skipSignIn(
  api: Api,
  session: Session,
  next: string | null | undefined,
): Promise<string | undefined> {
  try {
    const { state: known } = session;
    const isSure = known.is === 'signed-out' && known.reason !== 'signed-out';
    const state = isSure ? known : await session.load();
    if (state.is === 'signed-in') return safeNext(next);
    if (state.is === 'pending') return stepPath(state.next, next);
    const { data } = await api.call(findSetUp);
    return data.needed ? '/setup' : undefined;
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}

/**
 * Where somebody who comes to the page of a step goes instead, or `undefined` where this is the
 * step that they owe.
 */
export async function skipStep(
  session: Session,
  step: NextStep,
  next: string | null | undefined,
): Promise<string | undefined> {
  try {
    const state = session.state.is === 'unknown' ? await session.load() : session.state;
    if (state.is === 'pending') {
      return state.next === step ? undefined : stepPath(state.next, next);
    }
    return state.is === 'signed-in' ? safeNext(next) : signInPath(safeNext(next));
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}
