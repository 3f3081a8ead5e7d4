import { setTimeout as wait } from 'node:timers/promises';
import type { ChildServer } from './child-server.ts';

/** How often a fault is repeated: more by `npm run test:faults`. */
export const rounds = Number(process.env['CANOPY_TEST_ROUNDS'] ?? 1);

/** What a node has to be back within, once a fault is over. */
const BACK_WITHIN_MS = 5_000;

/** What `/readyz` or `/healthz` says. */
export async function stateOf(url: string, path: '/readyz' | '/healthz') {
  const response = await fetch(url + path);
  const { status, reason } = (await response.json()) as { status: string; reason?: string };
  return { code: response.status, status, reason };
}

/** Resolves when a node that is left alone says that it is ready; throws where it stays away. */
export async function untilBack({ url }: Pick<ChildServer, 'url'>): Promise<void> {
  const limit = performance.now() + BACK_WITHIN_MS;
  while ((await stateOf(url, '/readyz')).code !== 200) {
    if (performance.now() > limit) throw new Error('The node did not come back by itself.');
    await wait(50);
  }
}
