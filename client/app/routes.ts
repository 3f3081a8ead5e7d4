import { createRouter } from 'sv-router';
import type { NextStep } from '../../shared/accounts/next-step.ts';
import { detour, skipSignIn, skipStep } from './guard.ts';
import { api, session, shortcuts } from './services.ts';

/** Every address of the product. Pages are loaded when somebody goes there. */
const router = createRouter({
  '/setup': () => import('./SetUpRoute.svelte'),
  '/sign-in': {
    '/': {
      hooks: { beforeLoad: ({ search }) => signIn(search) },
      '/': () => import('./SignInRoute.svelte'),
    },
    '/code': {
      hooks: { beforeLoad: ({ search }) => takeStep('mfa', search) },
      '/': () => import('./steps/CodeRoute.svelte'),
    },
    '/password': {
      hooks: { beforeLoad: ({ search }) => takeStep('change-password', search) },
      '/': () => import('./steps/PasswordRoute.svelte'),
    },
    '/second-factor': {
      hooks: { beforeLoad: ({ search }) => takeStep('enrol-mfa', search) },
      '/': () => import('./steps/SecondFactorRoute.svelte'),
    },
  },
  '/forgot-password': () => import('../accounts/ForgotPasswordPage.svelte'),
  '/reset-password': () => import('../accounts/ResetPasswordPage.svelte'),
  '/invitations/:token': () => import('./InvitationRoute.svelte'),

  '/': {
    hooks: {
      beforeLoad: ({ pathname, search }) => {
        shortcuts.isPageLoading = true;
        return enter(pathname, search);
      },
      afterLoad: settle,
      onError: settle,
    },
    layout: () => import('./Shell.svelte'),
    '/': () => import('./HomePage.svelte'),
    '/account': () => import('./AccountRoute.svelte'),
    '/roles': () => import('../access/RolesPage.svelte'),
    '/check-access': () => import('./CheckAccessRoute.svelte'),
    '/audit': () => import('./AuditRoute.svelte'),
    '/organisations/:parentId/new/:kind': () => import('./CreatePage.svelte'),
    '/organisations/:id': {
      layout: () => import('./OrganisationDetail.svelte'),
      '/': () => import('../organisations/OverviewTab.svelte'),
      '/details': () => import('../organisations/DetailsTab.svelte'),
      '/billing': () => import('../organisations/BillingTab.svelte'),
      '/settings': () => import('../organisations/SettingsTab.svelte'),
      '/settings/sign-in': () => import('./SignInSettingsRoute.svelte'),
      '/accounts': () => import('./AccountsRoute.svelte'),
      '/accounts/:accountId': () => import('./AccountOfRoute.svelte'),
      '/access': () => import('./AccessRoute.svelte'),
      '/activity': () => import('./ActivityRoute.svelte'),
      '/audit': () => import('./AuditTabRoute.svelte'),
    },
    '*': () => import('./NotFound.svelte'),
  },
});

/** Where one is. */
export const route = router.route;

/** Goes to a path of ours, query and all. */
export function go(path: string, { replace = false } = {}): void {
  const url = new URL(path, location.origin);
  void router.navigate(url.pathname as '/', { replace, search: url.search, hash: url.hash });
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
  await router.navigate(url.pathname as '/', { replace: true, search: url.search });
}
