import { createRouter } from 'sv-router';
import { detour } from './guard.ts';
import { api, session } from './services.ts';

const toCome = () => import('./ToCome.svelte');

/** Every address of the product. Pages are loaded when somebody goes there. */
export const { navigate, route } = createRouter({
  '/setup': toCome,
  '/sign-in': {
    '/': toCome,
    '/code': toCome,
    '/password': toCome,
    '/second-factor': toCome,
  },
  '/invitations/:token': toCome,

  '/': {
    hooks: { beforeLoad: ({ pathname, search }) => enter(pathname, search) },
    layout: () => import('./Shell.svelte'),
    '/': () => import('./HomePage.svelte'),
    '/organisations/:parentId/new/:kind': () => import('./CreatePage.svelte'),
    '/organisations/:id': {
      layout: () => import('./OrganisationDetail.svelte'),
      '/': () => import('../organisations/OverviewTab.svelte'),
      '/details': () => import('../organisations/DetailsTab.svelte'),
      '/billing': () => import('../organisations/BillingTab.svelte'),
      '/settings': () => import('../organisations/SettingsTab.svelte'),
      '/accounts': toCome,
      '/access': toCome,
      '/activity': () => import('../organisations/ActivityTab.svelte'),
    },
    '*': () => import('./NotFoundPage.svelte'),
  },
});

/** Goes to a path of ours, query and all. */
export function go(path: string, { replace = false } = {}): void {
  const url = new URL(path, location.origin);
  void navigate(url.pathname as '/', { replace, search: url.search, hash: url.hash });
}

async function enter(pathname: string, search: Record<string, unknown>): Promise<void> {
  const query = new URLSearchParams(
    Object.entries(search).map(([name, value]) => [name, String(value)]),
  );
  const wanted = query.size > 0 ? `${pathname}?${query.toString()}` : pathname;
  const first = await detour(api, session, wanted);
  if (first === undefined) return;
  const url = new URL(first, location.origin);
  await navigate(url.pathname as '/', { replace: true, search: url.search });
}
