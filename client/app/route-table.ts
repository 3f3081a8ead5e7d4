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
    '/setup': () => page(() => import('./pages/SetUpRoute.svelte')),
    '/sign-in': {
      '/': { hooks: signIn, '/': () => page(() => import('./pages/SignInRoute.svelte')) },
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
    '/invitations/:token': () => page(() => import('./pages/InvitationRoute.svelte')),

    '/': {
      hooks: enter,
      layout: () => page(() => import('./frame/Shell.svelte')),
      '/': () => page(() => import('./pages/HomePage.svelte')),
      '/account': () => page(() => import('./pages/AccountRoute.svelte')),
      '/roles': () => page(() => import('../access/RolesPage.svelte')),
      '/check-access': () => page(() => import('./pages/CheckAccessRoute.svelte')),
      '/audit': () => page(() => import('./pages/AuditRoute.svelte')),
      '/inbox': () => page(() => import('../notices/InboxPage.svelte')),
      '/onboarding-templates': () =>
        page(() => import('../onboarding/templates/TemplatesPage.svelte')),
      '/onboardings': () => page(() => import('../onboarding/board/BoardPage.svelte')),
      '/operations': () => page(() => import('../jobs/OperationsPage.svelte')),
      '/organisations/:parentId/new/:kind': () => page(() => import('./pages/CreatePage.svelte')),
      '/organisations/:id': {
        layout: () => page(() => import('./pages/OrganisationDetail.svelte')),
        '/': () => page(() => import('../organisations/OverviewTab.svelte')),
        '/details': () => page(() => import('../organisations/DetailsTab.svelte')),
        '/onboarding': () => page(() => import('../onboarding/OnboardingTab.svelte')),
        '/documents': () => page(() => import('../documents/DocumentsTab.svelte')),
        '/billing': () => page(() => import('../organisations/BillingTab.svelte')),
        '/settings': () => page(() => import('../organisations/settings/SettingsTab.svelte')),
        '/settings/sign-in': () => page(() => import('./pages/SignInSettingsRoute.svelte')),
        '/accounts': () => page(() => import('./pages/AccountsRoute.svelte')),
        '/accounts/:accountId': () => page(() => import('./pages/AccountOfRoute.svelte')),
        '/access': () => page(() => import('./pages/AccessRoute.svelte')),
        '/activity': () => page(() => import('./pages/ActivityRoute.svelte')),
        '/audit': () => page(() => import('./pages/AuditTabRoute.svelte')),
      },
      '*': () => page(() => import('./pages/NotFound.svelte')),
    },
  };
}
