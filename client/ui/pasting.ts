import { toast } from './toast.ts';
import { words } from './words.ts';

const PASTING = new Set(['insertFromPaste', 'insertFromDrop', 'insertReplacementText']);

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** As much of a text as there is room for, ended between two characters as people see them. */
export function fitting(text: string, room: number): string {
  if (text.length <= room) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/**
 * The attachment takes over where more is pasted than a field holds: browsers cut it without a
 * word, and some in the middle of a character. What is pasted is composed first, as the server
 * keeps it.
 */
export function pasteWithin(event: InputEvent): void {
  const field = event.target;
  if (!isTextField(field) || field.maxLength < 0 || field.readOnly) return;
  const pasted = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  if (!PASTING.has(event.inputType)) return;
  const { value, maxLength } = field;
  const selected = (field.selectionEnd ?? value.length) - (field.selectionStart ?? value.length);
  const room = maxLength - (value.length - selected);
  if (pasted.length <= room) return;

  event.preventDefault();
  const text = field.type === 'password' ? pasted : pasted.normalize('NFC');
  const taken = fitting(text, room);
  if (taken.length < text.length) {
    void toast({
      text: words.atMostFits({ most: maxLength }),
      detail: words.pasteCut,
      tone: 'warning',
    });
  }
  // the one way to put in text that the browser's undo takes back
  // oxlint-disable-next-line typescript/no-deprecated
  if (taken !== '') document.execCommand('insertText', false, taken);
}

function isTextField(target: EventTarget | null): target is TextField {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
