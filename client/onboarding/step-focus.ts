/** The element that shows the step which has the focus, if one has. */
export function focusedStep(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-step]') ?? undefined;
}

/**
 * The focus that fell with what moved goes on: at the next step, where it was; else where the step
 * of this key is now, or at the fold that hides it. Whoever has put it elsewhere keeps it.
 */
export function followStep(former: HTMLElement, key: string): void {
  if (document.activeElement !== document.body) return;
  const line = former.isConnected
    ? former
    : document.querySelector<HTMLElement>(`[data-step="${CSS.escape(key)}"]`);
  const fold = line?.closest('details:not([open])');
  const target = fold?.querySelector('summary') ?? line?.querySelector<HTMLElement>('a, button');
  target?.focus();
}
