const EVERY = 5_000;
const ATTENTIVE = 120_000;
const signs = ['pointermove', 'keydown', 'wheel', 'focus'] as const;

/**
 * A task is run every few seconds while somebody sits in front of it. Not beyond: requests count as
 * use, and a page that goes on asking would keep a session open that nobody uses.
 */
export function whileAttended(run: () => void): () => void {
  let lastSign = performance.now();
  const note = () => {
    lastSign = performance.now();
  };
  for (const sign of signs) window.addEventListener(sign, note, { passive: true });
  const timer = setInterval(() => {
    if (!document.hidden && performance.now() - lastSign < ATTENTIVE) run();
  }, EVERY);
  return () => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, note);
  };
}
