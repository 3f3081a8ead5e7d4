/* eslint-disable svelte/prefer-svelte-reactivity -- what is being loaded is looked up, not watched */
import { createContext, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { isComposing, shortcutKeyOf } from './keys.ts';
import { TypeAhead } from './type-ahead.ts';

export interface Shortcut {
  /** Keys with Mod (⌘ or Ctrl) as `mod+k`; one after another as `g h`. */
  keys: string;
  /** What it does, for the list of all. */
  label: string;
  /** Under which heading the list shows it. */
  group?: string | undefined;
  /** Whether it is meant, pressed there; everywhere where nothing is said. */
  applies?: ((target: EventTarget | null) => boolean) | undefined;
  /** It leads to a field on another page: what is typed before that is there goes into it. */
  leadsToField?: boolean | undefined;
  run: () => void;
}

/** This long one may take from the first key of a sequence to the next. */
const PATIENCE = 1000;

/**
 * The keyboard of the whole application. What is on screen registers what its keys do and takes
 * it back when it goes; keys pressed while typing, behind an open dialog, or while a page or an
 * overlay is being loaded are left alone, save those with Mod.
 */
export class Shortcuts {
  readonly #typeAhead = new TypeAhead();
  readonly #loading = new Set<unknown>();
  #all = $state.raw<readonly Shortcut[]>([]);
  #pressed = '';
  #forget: ReturnType<typeof setTimeout> | undefined;

  get all(): readonly Shortcut[] {
    return this.#all;
  }

  /** Answers with what takes it back. */
  register(...added: readonly Shortcut[]): () => void {
    const all = untrack(() => this.#all); // whoever registers in an effect does not depend on it
    this.#all = [...all, ...added];
    return () => {
      this.#all = this.#all.filter((shortcut) => !added.includes(shortcut));
    };
  }

  /** A page is being loaded, or it is there (or never will be). */
  set isPageLoading(isLoading: boolean) {
    if (isLoading) this.#loading.add('page');
    else this.#loading.delete('page');
    if (!isLoading) this.#typeAhead.loaded();
  }

  /** An overlay is being loaded: until it is there, keys are meant for it. */
  async whileLoading<T>(overlay: Promise<T>): Promise<T> {
    this.#loading.add(overlay);
    try {
      return await overlay;
    } finally {
      this.#loading.delete(overlay);
      this.#typeAhead.loaded();
    }
  }

  /** For `<svelte:window onkeydown={shortcuts.press} />`. */
  readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || isComposing(event)) return;
    const mod = event.ctrlKey || event.metaKey;
    if (!mod && isBusy(event.target)) return;
    if (!mod && this.#typeAhead.isHolding) {
      this.#typeAhead.take(event);
      return;
    }
    if (!mod && this.#loading.size > 0) return;

    // Shift tells apart what is pressed with Mod; alone it is part of the character.
    const held = mod ? `mod+${event.shiftKey ? 'shift+' : ''}` : '';
    const key = `${held}${shortcutKeyOf(event)}`;
    const sequence = this.#pressed === '' ? key : `${this.#pressed} ${key}`;
    // What was registered last is nearest to what one sees.
    const found = this.#find(sequence, event.target) ?? this.#find(key, event.target);
    clearTimeout(this.#forget);
    this.#pressed = '';

    if (found) {
      event.preventDefault();
      found.run();
      if (found.leadsToField && this.#loading.size > 0) this.#typeAhead.begin();
    } else if (this.#all.some(({ keys }) => keys.startsWith(`${key} `))) {
      this.#pressed = key;
      this.#forget = setTimeout(() => (this.#pressed = ''), PATIENCE);
    }
  };

  #find(keys: string, target: EventTarget | null): Shortcut | undefined {
    return this.#all.findLast(
      ({ keys: own, applies }) => own === keys && (applies?.(target) ?? true),
    );
  }
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open], [popover]',
    ) !== null
  );
}

/**
 * The attachment registers shortcuts for as long as an element is on screen: `{@attach
 * shortcut(…)}`.
 */
export function shortcut(shortcuts: Shortcuts, ...added: readonly Shortcut[]): Attachment {
  return () => shortcuts.register(...added);
}

export const [getShortcuts, setShortcuts] = createContext<Shortcuts>();
