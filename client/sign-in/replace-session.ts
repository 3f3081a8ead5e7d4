import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';

/**
 * The wrapper of what gives this session another token. The line is taken up with the new one
 * before the end of the old one is taken for a sign-out.
 */
export async function replaceSession<T>(
  { session, live }: { session: Session; live: Live },
  deed: () => Promise<T>,
): Promise<T> {
  const isLive = session.state.is === 'signed-in';
  let result: T | undefined;
  await session.replace(async () => {
    result = await deed();
    if (isLive) live.restart();
  });
  return result as T;
}
