import {
  chooseFormats,
  chooseLanguage,
  factsOf,
  isSpoken,
  type Spoken,
} from '../../shared/core/words/language.ts';
import type { Speech } from '../../shared/core/words/speech.ts';
import { createContext } from 'svelte';
import { Persisted, type Store } from './persisted.svelte.ts';

/** What a person chose; `null` leaves it to the browser. */
export interface SpeakingChoice {
  language: Spoken | null;
  timeZone: string | null;
  /** A locale, whose conventions hold where it fits the language. */
  formats: string | null;
}

interface Surroundings {
  /** The languages of the browser, the most wanted first. */
  wanted: () => readonly string[];
  /** The loader loads the messages of a language other than English, or what makes them of those. */
  load: (language: Exclude<Spoken, 'en'>) => Promise<Messages>;
  store?: () => Store;
}

/** What texts are taken from. */
type Messages = Pick<Speech, 'tables' | 'through'>;

const nothingChosen: SpeakingChoice = { language: null, timeZone: null, formats: null };

/**
 * The language, conventions and clock of this page. The choice is kept in the browser, so that the
 * next page begins with it; another language is shown once its messages have come.
 */
export class Speaking {
  readonly #wanted: Surroundings['wanted'];
  readonly #load: Surroundings['load'];
  readonly #kept: Persisted<SpeakingChoice>;
  #language = $state.raw<Spoken>('en');
  #messages = $state.raw<Messages>({});
  readonly #speech = $derived.by<Speech>(() => {
    const { timeZone, formats } = this.#kept.current;
    return {
      language: this.#language,
      locale: chooseFormats(this.#language, [formats ?? '', ...this.#wanted()]),
      timeZone: timeZone ?? undefined,
      ...this.#messages,
    };
  });

  constructor({ wanted, load, store }: Surroundings) {
    this.#wanted = wanted;
    this.#load = load;
    this.#kept = new Persisted<SpeakingChoice>('speaking', nothingChosen, isChoice, store);
  }

  /** How texts are made now. */
  get speech(): Speech {
    return this.#speech;
  }

  get choice(): SpeakingChoice {
    return this.#kept.current;
  }

  /** The language of this page as a tag, and the way it runs. */
  get page(): { lang: string; dir: string } {
    return { lang: this.#language, dir: factsOf(this.#language).direction };
  }

  /** The page begins in the language that was chosen here last, or that the browser asks for. */
  start(): Promise<void> {
    return this.#speak();
  }

  /** The page takes another choice, or a part of one. */
  async choose(choice: Partial<SpeakingChoice>): Promise<void> {
    this.#kept.current = { ...this.#kept.current, ...choice };
    await this.#speak();
  }

  /** The page takes over what was chosen in another window of this browser. */
  async follow(): Promise<void> {
    this.#kept.reread();
    await this.#speak();
  }

  /** What was chosen later wins, whichever messages come first. */
  async #speak(): Promise<void> {
    const language = this.#wantedNow();
    const messages = language === 'en' ? {} : await this.#load(language);
    if (language !== this.#wantedNow()) return;
    this.#messages = messages;
    this.#language = language;
  }

  #wantedNow(): Spoken {
    return this.#kept.current.language ?? chooseLanguage(this.#wanted());
  }
}

export const [getSpeaking, setSpeaking] = createContext<Speaking>();

function isChoice(value: unknown): boolean {
  const { language = 0, timeZone = 0, formats = 0 } = (value ?? {}) as Partial<SpeakingChoice>;
  return (
    (language === null || isSpoken(language)) &&
    [timeZone, formats].every((each) => each === null || typeof each === 'string')
  );
}
