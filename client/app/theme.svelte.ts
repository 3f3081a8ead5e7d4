import { createContext } from 'svelte';
import { Persisted } from '../core/persisted.svelte.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

/** Light or dark as this person wants it in this browser, or as the system has it. */
export class Theme {
  readonly #choice = new Persisted<ThemeChoice>('theme', 'system', (value) =>
    themes.includes(value as ThemeChoice),
  );

  get choice(): ThemeChoice {
    return this.#choice.current;
  }

  choose(choice: ThemeChoice): void {
    this.#choice.current = choice;
  }
}

export const [getTheme, setTheme] = createContext<Theme>();
