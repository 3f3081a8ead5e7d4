import { pageAt } from '../../shared/core/pages.ts';
import type { Chunks } from '../core/chunks.svelte.ts';

/** So long after a page is drawn the line is its own, also a slow one. Milliseconds. */
const PAUSE = 5_000;

/**
 * The chunks are loaded ahead that are likely to be wanted next: what the pointer or the focus is
 * on, and in an idle moment every page that a navigation in sight leads to, and the dialogs of the
 * page itself. Not where somebody pays for each byte, or has asked to save them.
 */
export class Prefetching {
  readonly #chunks: Chunks;
  readonly #prepare: (path: string) => void;
  readonly #prepared = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(chunks: Chunks, prepare: (path: string) => void) {
    this.#chunks = chunks;
    this.#prepare = prepare;
  }

  /** The pointer or the focus has come to something. */
  readonly point = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link && leadsOn(link)) this.#load(link);
  };

  /** Another page is drawn. */
  arrive(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(this.#loadInSight);
      else this.#loadInSight();
    }, PAUSE);
  }

  readonly #loadInSight = (): void => {
    if (isSaving() || !navigator.onLine) return;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a[href]')) {
      if (leadsOn(link)) this.#load(link);
    }
    this.#chunks.loadOffered();
  };

  #load({ pathname }: HTMLAnchorElement): void {
    const page = pageAt(pathname);
    if (page === undefined || this.#prepared.has(page)) return;
    this.#prepared.add(page);
    this.#prepare(pathname);
  }
}

/** Whether a link leads to another page of ours, in this tab. */
export function leadsOn(link: HTMLAnchorElement): boolean {
  const target = link.getAttribute('href');
  return (
    target !== null &&
    !target.startsWith('#') &&
    link.origin === location.origin &&
    !link.pathname.startsWith('/api/') &&
    !link.hasAttribute('target') &&
    !link.hasAttribute('download')
  );
}

function isSaving(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
