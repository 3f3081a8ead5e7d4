export type Side = 'top' | 'bottom';
export type Align = 'start' | 'center' | 'end';

export interface Placement {
  side?: Side | undefined;
  align?: Align | undefined;
  /** Whether it should be at least as wide as what it hangs on. */
  sameWidth?: boolean | undefined;
}

const GAP = 4;
const EDGE = 8;

/**
 * The browser puts a floating element beside its anchor, on the other side where there is no room.
 */
function place(floating: HTMLElement, anchor: Element, placement: Placement): void {
  const { side = 'bottom', align = 'start', sameWidth = false } = placement;
  const at = anchor.getBoundingClientRect();
  if (sameWidth) floating.style.minInlineSize = `${String(at.width)}px`;

  const { offsetWidth: width, offsetHeight: height } = floating;
  const above = at.top - GAP - height;
  const below = at.bottom + GAP;
  const fitsAbove = above >= EDGE;
  const fitsBelow = below + height <= innerHeight - EDGE;
  const up = side === 'top' ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove;

  const start = { start: at.left, center: at.left + (at.width - width) / 2, end: at.right - width };
  const left = Math.max(EDGE, Math.min(start[align], innerWidth - EDGE - width));
  const top = Math.max(EDGE, Math.min(up ? above : below, innerHeight - EDGE - height));
  floating.style.left = `${String(left)}px`;
  floating.style.top = `${String(top)}px`;
}

/**
 * The attachment keeps a floating element beside its anchor while either of them or the page moves.
 * The browser's own anchor positioning would do; not every browser we serve has it.
 */
export function follow(
  floating: HTMLElement,
  anchor: Element,
  placement: Placement = {},
): () => void {
  const update = (): void => {
    place(floating, anchor, placement);
  };
  const resized = new ResizeObserver(update);
  resized.observe(floating);
  resized.observe(anchor);
  addEventListener('scroll', update, { capture: true, passive: true });
  addEventListener('resize', update);
  update();

  return () => {
    resized.disconnect();
    removeEventListener('scroll', update, { capture: true });
    removeEventListener('resize', update);
  };
}
