import type { EditPreferences } from '../../shared/people/preferences.ts';
import { editPreferences, findPreferences } from '../../shared/people/endpoints.ts';
import type { Api } from './api.ts';
import type { Speaking } from './speaking.svelte.ts';

/**
 * The language, zone and formats of whoever is signed in. What their account says holds wherever
 * they sign in; where it says nothing of the language, this browser's choice stays.
 */
export class OwnPreferences {
  readonly #api: Api;
  readonly #speaking: Speaking;
  #failure = $state.raw<unknown>();

  constructor(api: Api, speaking: Speaking) {
    this.#api = api;
    this.#speaking = speaking;
  }

  /** Why the last change was not taken. */
  get failure(): unknown {
    return this.#failure;
  }

  /** The page takes over what the account says. */
  async load(): Promise<void> {
    const { data } = await this.#api.call(findPreferences);
    const { language, timeZone, formats } = data;
    await this.#speaking.choose({ timeZone, formats, ...(language !== null && { language }) });
  }

  /** The page keeps a choice in the account, and shows it at once. */
  async change(patch: EditPreferences): Promise<void> {
    this.#failure = undefined;
    try {
      const { data } = await this.#api.call(editPreferences, { body: patch, version: '*' });
      const { language, timeZone, formats } = data;
      await this.#speaking.choose({ language, timeZone, formats });
    } catch (error) {
      this.#failure = error;
    }
  }
}
