import { removeRemains } from './remains.ts';
import type { Scene } from './world.ts';

/** The scenes of a test file, by name: each is set once, and every world of it is a copy. */
export const scenes = new Map<string, Promise<Scene>>();

/** The scene in which nothing has happened, which all files of a process begin with. */
export const BEGINNING = 'it begins';

/** So long the files of a process share it, so that nobody's session is old. */
const YOUNG_MS = 90_000;

/** Takes down what other files should not begin with. */
export async function clearScenes(): Promise<void> {
  for (const [name, setting] of scenes) {
    const { remains, provedAt } = await setting;
    if (name === BEGINNING && performance.now() - provedAt < YOUNG_MS) continue;
    scenes.delete(name);
    await removeRemains(remains);
  }
}
