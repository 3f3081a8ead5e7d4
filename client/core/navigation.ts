import { createContext } from 'svelte';

/** A link to one of our own paths; the app puts its router behind it. */
export interface Navigation {
  go: (path: string, options?: { replace?: boolean }) => void;
}

/** For features: they know paths (`paths.ts`), not the routes that draw them. */
export const [getNavigation, setNavigation] = createContext<Navigation>();
