import { rm } from 'node:fs/promises';
import type { Scene } from './world.ts';

/** The scenes of a test file, by name: each is set once, and every world of it is a copy. */
export const scenes = new Map<string, Promise<Scene>>();

/** Takes them down; the next file sets its own, so that nobody's session is old. */
export async function clearScenes(): Promise<void> {
  const over = [...scenes.values()];
  scenes.clear();
  for (const scene of over) {
    const { remains } = await scene;
    await rm(remains.dataDir, { recursive: true, force: true });
  }
}
