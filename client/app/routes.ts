import { createRouter, type Hooks } from 'sv-router';
import type { NextStep } from '../../shared/core/next-step.ts';
import { partsOf } from '../../shared/core/pages.ts';
import { ChunkMissing } from '../core/chunks.svelte.ts';
import { detour, skipSignIn, skipStep } from './guard.ts';
import MissingPage from './pages/MissingPage.svelte';
import { routeTable } from './route-table.ts';
import { api, chunks, going, scrolling, session, shortcuts } from './services.ts';

const router = createRouter(
  routeTable({
    page: loadPage,
    enter: {
      ...before(({ pathname, search }) => {
        shortcuts.isPageLoading = true;
        return enter(pathname, search);
      }),
      afterLoad: settle,
    },
    signIn: before(({ search }) => signIn(search)),
    steps: {
      mfa: before(({ search }) => takeStep('mfa', search)),
      'change-password': before(({ search }) => takeStep('change-password', search)),
      'enrol-mfa': before(({ search }) => takeStep('enrol-mfa', search)),
    },
  }),
);

/** Where one is. */
export const route = router.route;

interface Manner {
  replace?: boolean;
  /** What was pressed for it. */
  pressed?: Element | undefined;
}

/** The router goes to a path of ours, query and all. */
export function go(path: string, { replace = false, pressed }: Manner = {}): void {
  const url = new URL(path, location.origin);
  if (!isReadable(url.pathname)) {
    location.assign(url); // the router cannot take it apart, and the server has a page for it
    return;
  }
  const { pathname, search, hash } = url;
  void going.follow(url.href, pressed, () =>
    router.navigate(pathname as '/', { replace, search, hash }),
  );
}

/** The router loads what a path shows, before anybody goes there. */
export function prepare(path: string): void {
  if (!isReadable(path)) return;
  chunks.quietly(() => void router.preload(path as '/'));
}

/** Whether a path can be decoded. Any that is typed or followed from elsewhere may be broken. */
export function isReadable(path: string): boolean {
  return partsOf(path) !== undefined;
}

async function loadPage<T>(importing: () => Promise<T>): Promise<T> {
  try {
    return await chunks.load(importing);
  } catch (error) {
    if (error instanceof ChunkMissing) return { default: MissingPage } as T;
    throw error;
  }
}

/** What fails before a page is drawn would leave nothing on the screen. */
function before(beforeLoad: NonNullable<Hooks['beforeLoad']>): Hooks {
  return {
    beforeLoad,
    onError: (error) => {
      settle();
      going.fail(error);
    },
  };
}

async function enter(pathname: string, search: Record<string, unknown>): Promise<void> {
  const query = new URLSearchParams(
    Object.entries(search).map(([name, value]) => [name, String(value)]),
  );
  const wanted = query.size > 0 ? `${pathname}?${query.toString()}` : pathname;
  await divert(await detour(api, session, wanted));
}

/** The page is there, or will not be. */
function settle(): void {
  shortcuts.isPageLoading = false;
  scrolling.settle();
}

async function signIn(search: Record<string, unknown>): Promise<void> {
  await divert(await skipSignIn(api, session, nextIn(search)));
}

async function takeStep(step: NextStep, search: Record<string, unknown>): Promise<void> {
  await divert(await skipStep(session, step, nextIn(search)));
}

/** The router tells of the query only where it leads itself, not when a page is opened with one. */
function nextIn(search: Record<string, unknown>): string | undefined {
  const next = search['next'] ?? new URLSearchParams(location.search).get('next');
  return typeof next === 'string' ? next : undefined;
}

async function divert(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const url = new URL(path, location.origin);
  if (!isReadable(url.pathname)) {
    location.replace(url);
    return new Promise(() => undefined);
  }
  await router.navigate(url.pathname as '/', { replace: true, search: url.search });
}
