import { keyOf } from './keys.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** This long the field may take to come up after its page has. */
const PATIENCE = 5000;

/**
 * The attachment holds what is typed ahead of a field that is still being loaded, and hands it over
 * as soon as a text field takes the focus. Escape, Tab and a press elsewhere let it go.
 */
export class TypeAhead {
  #text: string | undefined;
  #stop: (() => void) | undefined;
  #end: ReturnType<typeof setTimeout> | undefined;

  get isHolding(): boolean {
    return this.#text !== undefined;
  }

  begin(): void {
    this.drop();
    this.#text = '';
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('focusin', (event) => this.#handOver(event.target), { signal });
    document.addEventListener('pointerdown', () => this.drop(), { signal });
    this.#stop = () => {
      listening.abort();
    };
  }

  /** The page is there; if no field takes the focus, nobody waits for the text. */
  loaded(): void {
    if (this.isHolding) this.#end ??= setTimeout(() => this.drop(), PATIENCE);
  }

  take(event: KeyboardEvent): void {
    const key = keyOf(event);
    if (key === 'Escape' || key === 'Tab') {
      this.drop();
      return;
    }
    event.preventDefault();
    if (this.#text === undefined) return;
    if (key === 'Backspace') this.#text = this.#text.slice(0, -1);
    else if ([...key].length === 1) this.#text += key;
  }

  drop(): void {
    clearTimeout(this.#end);
    this.#end = undefined;
    this.#stop?.();
    this.#text = undefined;
  }

  #handOver(target: EventTarget | null): void {
    if (!isTextControl(target)) return;
    const text = this.#text ?? '';
    this.drop();
    if (text === '') return;
    // Once the component has bound its listeners, and before the next key.
    queueMicrotask(() => {
      target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
      target.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
    });
  }
}

function isTextControl(target: EventTarget | null): target is TextControl {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
