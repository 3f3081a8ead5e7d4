import type { Attachment } from 'svelte/attachments';
import { keyOf } from './keys.ts';
import { follow } from './placement.ts';

const DELAY = 350;

let bubble: HTMLElement | undefined;
let stopFollowing: (() => void) | undefined;
let shownFor: Element | undefined;

/** There is one bubble for the whole page: only one thing can be pointed at. */
function show(anchor: Element, text: string): void {
  hide();
  bubble ??= createBubble();
  // Beneath a modal dialog everything is inert; the bubble belongs to the dialog then.
  (anchor.closest('dialog') ?? document.body).append(bubble);
  bubble.textContent = text;
  bubble.showPopover();
  stopFollowing = follow(bubble, anchor, { side: 'top', align: 'center' });
  if (liesOnControl(bubble, anchor)) {
    stopFollowing();
    stopFollowing = follow(bubble, anchor, { side: 'bottom', align: 'center' });
  }
  shownFor = anchor;
  addEventListener('pointerdown', hide, { once: true, capture: true });
}

function hide(): void {
  stopFollowing?.();
  stopFollowing = undefined;
  shownFor = undefined;
  bubble?.remove();
}

/** Whether it covers something to press: that would take the clicks that are meant for it. */
function liesOnControl(floating: HTMLElement, anchor: Element): boolean {
  const { left, right, top, height } = floating.getBoundingClientRect();
  return [left + 1, (left + right) / 2, right - 1].some((x) => {
    const beneath = document.elementsFromPoint(x, top + height / 2);
    const [first] = beneath.filter((each) => !floating.contains(each));
    const control = first?.closest('a, button, input, select, textarea, [tabindex="0"]');
    return control && !control.contains(anchor) && !anchor.contains(control);
  });
}

function createBubble(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'floating tooltip';
  element.popover = 'manual';
  element.role = 'tooltip';
  element.addEventListener('pointerleave', hide);
  return element;
}

/**
 * The attachment shows a line of text when its element is pointed at or reached by keyboard. Escape
 * takes it away, and the pointer may move onto it. For the eye only: what a screen reader should
 * say belongs in `aria-label` or `aria-describedby`.
 */
export function tooltip(text: string | undefined): Attachment<HTMLElement> | undefined {
  if (text === undefined || text === '') return undefined;

  return (node) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;

    const leave = (): void => {
      clearTimeout(waiting);
      if (shownFor === node) hide();
    };
    // A moment later: the focus may come from a popover that is only just closing.
    const showIfFocused = (): void => {
      if (node.matches(':focus-visible, :has(:focus-visible)')) {
        waiting = setTimeout(show, 0, node, text);
      }
    };
    const showIfHovered = (): void => {
      if (node.matches(':hover') && matchMedia('(hover: hover)').matches) {
        waiting = setTimeout(show, DELAY, node, text);
      }
    };
    // The words may come, or change, while the element is pointed at already.
    showIfHovered();
    showIfFocused();
    const stop = listen(node, {
      pointerenter: (event) => {
        if (event.pointerType !== 'touch') waiting = setTimeout(show, DELAY, node, text);
      },
      pointerleave: (event) => {
        const ontoBubble =
          event.relatedTarget instanceof Node && bubble?.contains(event.relatedTarget);
        if (!ontoBubble) leave();
      },
      pointerdown: leave,
      focusin: showIfFocused,
      focusout: leave,
      // A finger cannot hover: pressing what is disabled is how it asks why.
      click: () => {
        if (node.ariaDisabled === 'true') show(node, text);
      },
      // Not kept from others: Escape means the dialog around it as well.
      keydown: (event) => {
        if (keyOf(event) === 'Escape') leave();
      },
    });

    return () => {
      stop();
      leave();
    };
  };
}

type Listeners = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

function listen(node: HTMLElement, listeners: Listeners): () => void {
  const listening = new AbortController();
  for (const [name, listener] of Object.entries(listeners)) {
    node.addEventListener(name, listener as EventListener, { signal: listening.signal });
  }
  return () => {
    listening.abort();
  };
}
