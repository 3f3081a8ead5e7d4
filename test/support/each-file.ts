import './hashing.ts';
import { afterAll } from 'vitest';
import { clearScenes } from './scenes.ts';

/** Runs with every test file, also where several share a process. */
afterAll(clearScenes);
