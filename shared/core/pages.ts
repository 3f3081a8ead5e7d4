/**
 * Every address of a page, as the client's router has it. The server answers these with the page,
 * and any other address as one where nothing is.
 */
export const pages = [
  '/',
  '/account',
  '/audit',
  '/check-access',
  '/forgot-password',
  '/inbox',
  '/invitations/:token',
  '/onboarding-templates',
  '/onboardings',
  '/operations',
  '/organisations/:id',
  '/organisations/:id/access',
  '/organisations/:id/accounts',
  '/organisations/:id/accounts/:accountId',
  '/organisations/:id/activity',
  '/organisations/:id/audit',
  '/organisations/:id/billing',
  '/organisations/:id/details',
  '/organisations/:id/documents',
  '/organisations/:id/onboarding',
  '/organisations/:id/settings',
  '/organisations/:id/settings/sign-in',
  '/organisations/:parentId/new/:kind',
  '/reset-password',
  '/roles',
  '/setup',
  '/sign-in',
  '/sign-in/code',
  '/sign-in/password',
  '/sign-in/second-factor',
] as const;
export type PageAddress = (typeof pages)[number];

const ofVisitors = ['forgot-password', 'invitations', 'reset-password', 'setup', 'sign-in'];

/** The page at a path, or `undefined` where there is none. */
export function pageAt(path: string): PageAddress | undefined {
  const parts = partsOf(path);
  if (!parts) return undefined;
  return pages.find((page) => {
    const pattern = page.split('/').slice(1);
    return (
      pattern.length === parts.length &&
      pattern.every((part, index) =>
        part.startsWith(':') ? parts[index] !== '' : part === parts[index]?.toLowerCase(),
      )
    );
  });
}

/** Whether a page is for somebody who is not signed in, and so has no frame around it. */
export function isOfVisitors(page: PageAddress): boolean {
  return ofVisitors.includes(page.split('/').at(1) ?? '');
}

/** The parts of a path, or `undefined` where they are no text in percent encoding. */
export function partsOf(path: string): string[] | undefined {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  try {
    return trimmed.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
