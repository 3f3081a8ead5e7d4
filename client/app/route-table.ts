import type { Hooks } from 'sv-router';

interface Way {
  /** Loads a page. It goes around each `import()`, since the router looks for that in the text. */
  page: <T>(importing: () => Promise<T>) => Promise<T>;
  /** What has to be done before the product's pages, and before those of signing in. */
  enter: Hooks;
  signIn: Hooks;
  steps: Record<'mfa' | 'change-password' | 'enrol-mfa', Hooks>;
}

/** Every address of the product, as in `shared/core/pages.ts`, with the page that is drawn there. */
export function routeTable({ page, enter, signIn, steps }: Way) {
  return {
    '/setup': () => page(() => import('./SetUpRoute.svelte')),
    '/sign-in': {
      '/': { hooks: signIn, '/': () => page(() => import('./SignInRoute.svelte')) },
      '/code': {
        hooks: steps.mfa,
        '/': () => page(() => import('./steps/CodeRoute.svelte')),
      },
      '/password': {
        hooks: steps['change-password'],
        '/': () => page(() => import('./steps/PasswordRoute.svelte')),
      },
      '/second-factor': {
        hooks: steps['enrol-mfa'],
        '/': () => page(() => import('./steps/SecondFactorRoute.svelte')),
      },
    },
    '/forgot-password': () => page(() => import('../sign-in/ForgotPasswordPage.svelte')),
    '/reset-password': () => page(() => import('../sign-in/ResetPasswordPage.svelte')),
    '/invitations/:token': () => page(() => import('./InvitationRoute.svelte')),

    '/': {
      hooks: enter,
      layout: () => page(() => import('./Shell.svelte')),
      '/': () => page(() => import('./HomePage.svelte')),
      '/account': () => page(() => import('./AccountRoute.svelte')),
      '/roles': () => page(() => import('../access/RolesPage.svelte')),
      '/check-access': () => page(() => import('./CheckAccessRoute.svelte')),
      '/audit': () => page(() => import('./AuditRoute.svelte')),
      '/organisations/:parentId/new/:kind': () => page(() => import('./CreatePage.svelte')),
      '/organisations/:id': {
        layout: () => page(() => import('./OrganisationDetail.svelte')),
        '/': () => page(() => import('../organisations/OverviewTab.svelte')),
        '/details': () => page(() => import('../organisations/DetailsTab.svelte')),
        '/billing': () => page(() => import('../organisations/BillingTab.svelte')),
        '/settings': () => page(() => import('../organisations/SettingsTab.svelte')),
        '/settings/sign-in': () => page(() => import('./SignInSettingsRoute.svelte')),
        '/accounts': () => page(() => import('./AccountsRoute.svelte')),
        '/accounts/:accountId': () => page(() => import('./AccountOfRoute.svelte')),
        '/access': () => page(() => import('./AccessRoute.svelte')),
        '/activity': () => page(() => import('./ActivityRoute.svelte')),
        '/audit': () => page(() => import('./AuditTabRoute.svelte')),
      },
      '*': () => page(() => import('./NotFound.svelte')),
    },
  };
}
