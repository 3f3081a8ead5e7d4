/**
 * The attachment gives what is cut off a `title`, so that pointing at it shows the whole. Asked
 * when something is pointed at, since whether it is cut depends on the room that it has then.
 */
export function showWholeText({ target }: PointerEvent): void {
  const element = target instanceof HTMLElement ? cutAt(target) : undefined;
  if (!element || element.title !== '') return;
  const text = element instanceof HTMLInputElement ? element.value : element.innerText;
  element.title = text.trim();
  const forget = (): void => {
    element.removeAttribute('title');
  };
  element.addEventListener('pointerleave', forget, { once: true });
}

/** The element, at most two above the given one, that cuts its text with an ellipsis. */
function cutAt(element: HTMLElement): HTMLElement | undefined {
  let each: HTMLElement | null = element;
  for (let step = 0; each && step < 3; step += 1, each = each.parentElement) {
    const isCut = each.scrollWidth > each.clientWidth && each.clientWidth > 0;
    if (isCut && getComputedStyle(each).textOverflow === 'ellipsis') return each;
  }
  return undefined;
}
