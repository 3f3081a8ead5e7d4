import { ownPath } from '../../shared/core/own-path.ts';
import type { NextStep } from '../../shared/core/next-step.ts';

/** The views of an organisation, each with an address of its own; the first has the plain one. */
export const organisationViews = [
  'overview',
  'onboarding',
  'details',
  'documents',
  'billing',
  'settings',
  'accounts',
  'access',
  'activity',
  'audit',
] as const;
export type OrganisationView = (typeof organisationViews)[number];

export const homePath = '/';

/** The audit of everything in scope. */
export const auditPath = '/audit';

/** What one was told of. */
export const inboxPath = '/inbox';

/** How organisations are taken on, everywhere below one's roles. */
export const onboardingsPath = '/onboardings';

/** The templates by which organisations are taken on. */
export const onboardingTemplatesPath = '/onboarding-templates';

/** What runs beside requests: mails, and other jobs. */
export const operationsPath = '/operations';

/** One's own account: name, password, where one is signed in. */
export const accountPath = '/account';

/** What each role may do. */
export const rolesPath = '/roles';

/** Where decisions are explained, beginning at an organisation. */
export function checkAccessPath(at?: string): string {
  return at === undefined
    ? '/check-access'
    : `/check-access?${new URLSearchParams({ at }).toString()}`;
}

/** The organisation whose page an address is of. */
export function organisationIn(path: string): string | undefined {
  return /^\/organisations\/([^/]+)/.exec(path)?.[1];
}

/** Where an organisation (in one of its views) is shown. */
export function organisationPath(id: string, view: OrganisationView = 'overview'): string {
  return view === 'overview' ? `/organisations/${id}` : `/organisations/${id}/${view}`;
}

/** One of the accounts at home in an organisation. */
export function accountOfPath(organisationId: string, accountId: string): string {
  return `${organisationPath(organisationId, 'accounts')}/${accountId}`;
}

/** What one person did at an organisation and below. */
export function activityPath(id: string, by: string): string {
  return `${organisationPath(id, 'activity')}?${new URLSearchParams({ by }).toString()}`;
}

/** Where the platform's providers of identities are connected. */
export function signInSettingsPath(platformId: string): string {
  return `/organisations/${platformId}/settings/sign-in`;
}

/** Where the wizard for a new organisation of this kind below that parent is. */
export function createPath(parentId: string, kind: string): string {
  return `/organisations/${parentId}/new/${kind}`;
}

/** The sign-in page, with where to go afterwards and why one has to. */
export function signInPath(next?: string, reason?: string): string {
  const query = new URLSearchParams();
  if (next !== undefined && next !== homePath) query.set('next', next);
  if (reason !== undefined) query.set('reason', reason);
  return query.size === 0 ? '/sign-in' : `/sign-in?${query.toString()}`;
}

/** Where somebody asks for a link to another password. */
export const forgotPasswordPath = '/forgot-password';

const stepPaths: Record<Exclude<NextStep, 'done'>, string> = {
  mfa: '/sign-in/code',
  'change-password': '/sign-in/password',
  'enrol-mfa': '/sign-in/second-factor',
};

/** The page of what still stands between a sign-in and the product, or where it was to lead. */
export function stepPath(step: NextStep, next?: string | null): string {
  if (step === 'done') return safeNext(next);
  const path = stepPaths[step];
  const wanted = safeNext(next);
  return wanted === homePath ? path : `${path}?${new URLSearchParams({ next: wanted }).toString()}`;
}

/** A path of ours that was handed over in a query; anything that leads elsewhere is refused. */
export function safeNext(next: string | null | undefined): string {
  return ownPath(next) ?? homePath;
}
