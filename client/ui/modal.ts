import type { Attachment } from 'svelte/attachments';

/**
 * The attachment opens a <dialog> above everything when it appears, and gives the focus back when
 * it goes. The browser holds the focus inside and makes the rest inert. Escape is told to whoever
 * draws it at once: the browser's own `close` comes later, and a key pressed before would be lost.
 */
export const modal: Attachment<HTMLDialogElement> = (dialog) => {
  const opener = document.activeElement;
  dialog.showModal();
  // With nothing else to focus the browser takes the way out, as if one were to leave at once.
  if (document.activeElement?.closest('[data-close]')) dialog.focus();

  const leave = (event: Event): void => {
    if (event.target !== dialog || event.defaultPrevented) return; // a file field is cancelled too
    event.preventDefault();
    dialog.dispatchEvent(new Event('close'));
  };
  dialog.addEventListener('cancel', leave);

  return () => {
    dialog.removeEventListener('cancel', leave);
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  };
};

/** Whether a press fell beside the dialog, on what it covers. */
export function isOutside(event: MouseEvent & { currentTarget: HTMLDialogElement }): boolean {
  if (event.target !== event.currentTarget) return false;
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x < left || x > right || y < top || y > bottom;
}
