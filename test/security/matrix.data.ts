import type { Role } from '../../shared/access/roles.ts';
import type { PlaceName } from '../support/places.ts';
import type { PersonName } from '../support/people.ts';

/**
 * Who may do what, where: the whole of it. A role that a row does not list is denied: with 403
 * where the target lies within the scope of its grant, else with 404.
 */
export interface Row {
  /** What people call it. */
  operation: string;
  /** Method and path below `/api`; `:id` stands for the target, or for the record of `of`. */
  route: string;
  /** Where it is done. */
  target: PlaceName;
  /** The roles that may when held above the target. */
  above?: readonly Role[];
  /** The roles that may when held at the target itself. */
  at?: readonly Role[];
  /** The roles that may when held above, with a self-managed organisation in between. */
  overBarrier?: readonly Role[];
  /** A name that starts with `@` stands for that organisation's id. */
  body?: object;
  query?: string;
  /** What a permitted call answers; 200 where it does not say. */
  answers?: number;
  /** Which record it is done to, where that is not the target itself. */
  of?:
    | 'account'
    | 'active account'
    | 'grant'
    | 'new account'
    | 'new grant'
    | 'new deleted tenant'
    | 'new provider'
    | 'new suspended tenant'
    | 'new token';
  /** Whether it signs out who is at home at the target or below. */
  endsSessions?: true;
  /** The call that takes it back, below the same record. */
  undo?: string;
}

/** A route at which everybody is alike, whatever they hold. */
export interface PlainRow {
  route: string;
  /** What it answers to everybody signed in; the same without a session where only this is given. */
  everybody: number;
  signedOut?: number;
  body?: object;
}

const platform: readonly Role[] = ['PlatformAdministrator', 'PlatformReader'];
const distributor: readonly Role[] = ['DistributorAdministrator', 'DistributorReader'];
const partner: readonly Role[] = ['PartnerAdministrator', 'PartnerReader'];
const tenant: readonly Role[] = ['TenantAdministrator', 'TenantReader'];
const toPartner = [...platform, ...distributor, ...partner];

const admins: readonly Role[] = ['PlatformAdministrator', 'DistributorAdministrator'];
const adminsToPartner: readonly Role[] = [...admins, 'PartnerAdministrator'];

const everyReader = { above: toPartner, at: tenant };
const everyAdmin = { above: adminsToPartner, at: ['TenantAdministrator'] as const };
const commercial = { overBarrier: [...platform, ...distributor] };

const billing = {
  contact: { name: 'Ada', email: 'ada@canopy.example' },
  address: { line1: '1 Forest Road', city: 'Berlin', country: 'DE' },
  currency: 'EUR',
};

/** A provider that nobody answers for. */
export const provider = {
  kind: 'oidc',
  label: 'Example',
  issuer: 'http://127.0.0.1:9',
  clientId: 'canopy',
};

/** Every operation on organisations, accounts and roles. */
export const rows: readonly Row[] = [
  {
    operation: 'read an organisation',
    route: 'GET /organisations/:id',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'list what stands below',
    route: 'GET /organisations/:id/children',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'export what stands below',
    route: 'GET /organisations/:id/children.csv',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'export what stands below as a workbook',
    route: 'GET /organisations/:id/children.xlsx',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'change its details',
    route: 'PATCH /organisations/:id',
    target: 'acme',
    ...everyAdmin,
    body: { description: 'makes anvils' },
  },
  {
    operation: 'read its onboarding',
    route: 'GET /organisations/:id/onboarding',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'list its onboarding',
    route: 'GET /organisations/:id/onboardings',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'read whether its onboarding is done',
    route: 'GET /organisations/:id/onboarding/outlines',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'list the steps of its onboarding',
    route: 'GET /organisations/:id/onboarding/steps',
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'list what became of the steps of its onboarding',
    route: 'GET /organisations/:id/onboarding/spans',
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'read the funnel of its onboardings',
    route: 'GET /organisations/:id/onboarding-funnel',
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'start an onboarding that it has already',
    route: 'POST /organisations/:id/onboarding',
    target: 'acme',
    ...everyAdmin,
    answers: 409,
  },
  {
    operation: 'say by when a step of its onboarding is due',
    route: 'PATCH /organisations/:id/onboarding/steps/:step',
    target: 'acme',
    ...everyAdmin,
    body: { dueOn: '2026-03-02' },
  },
  {
    operation: 'complete a step of its onboarding',
    route: 'POST /organisations/:id/onboarding/steps/:step/complete',
    target: 'acme',
    ...everyAdmin,
    undo: 'reopen',
  },
  {
    operation: 'reopen a step of its onboarding that is open',
    route: 'POST /organisations/:id/onboarding/steps/:step/reopen',
    target: 'acme',
    ...everyAdmin,
    answers: 409,
  },
  {
    operation: 'waive a step of its onboarding',
    route: 'POST /organisations/:id/onboarding/steps/:step/waive',
    target: 'acme',
    ...everyAdmin,
    body: { reason: 'It is signed on paper.' },
    undo: 'reopen',
  },
  {
    operation: 'bring back what was deleted',
    route: 'POST /organisations/:id/restore',
    target: 'alder',
    of: 'new deleted tenant',
    above: admins,
    at: ['PartnerAdministrator'],
  },
  {
    operation: 'delete it',
    route: 'DELETE /organisations/:id',
    target: 'alder',
    of: 'new suspended tenant',
    above: admins,
    at: ['PartnerAdministrator'],
    overBarrier: admins,
    answers: 204,
  },
  {
    operation: 'create a distributor',
    route: 'POST /organisations',
    target: 'platform',
    at: ['PlatformAdministrator'],
    body: { kind: 'distributor', parentId: '@platform', displayName: 'East', billing },
    answers: 201,
  },
  {
    operation: 'create a partner',
    route: 'POST /organisations',
    target: 'north',
    above: ['PlatformAdministrator'],
    at: ['DistributorAdministrator'],
    body: { kind: 'partner', parentId: '@north', displayName: 'Elm', billing },
    answers: 201,
  },
  {
    operation: 'create a sub-partner, which is off',
    route: 'POST /organisations',
    target: 'alder',
    body: { kind: 'partner', parentId: '@alder', displayName: 'Elm', billing },
  },
  {
    operation: 'create a folder',
    route: 'POST /organisations',
    target: 'alder',
    above: admins,
    at: ['PartnerAdministrator'],
    body: { kind: 'folder', parentId: '@alder', displayName: 'Copse' },
    answers: 201,
  },
  {
    operation: 'create a tenant',
    route: 'POST /organisations',
    target: 'alder',
    above: admins,
    at: ['PartnerAdministrator'],
    body: { kind: 'tenant', parentId: '@alder', displayName: 'Omega', billing },
    answers: 201,
  },
  {
    operation: 'create a tenant in a folder',
    route: 'POST /organisations',
    target: 'grove',
    above: adminsToPartner,
    at: ['PartnerAdministrator'],
    body: { kind: 'tenant', parentId: '@grove', displayName: 'Omega', billing },
    answers: 201,
  },
  {
    operation: 'create a unit',
    route: 'POST /organisations',
    target: 'acme',
    ...everyAdmin,
    body: { kind: 'unit', parentId: '@acme', displayName: 'Sales' },
    answers: 201,
  },
  {
    operation: 'create a unit in a unit',
    route: 'POST /organisations',
    target: 'labs',
    above: [...adminsToPartner, 'TenantAdministrator'],
    at: ['TenantAdministrator'],
    body: { kind: 'unit', parentId: '@labs', displayName: 'Optics' },
    answers: 201,
  },
  {
    operation: 'move it within the partner',
    route: 'POST /organisations/:id/move',
    target: 'acme',
    above: adminsToPartner,
    body: { parentId: '@alder' },
  },
  {
    operation: 'ask what moving it would change',
    route: 'POST /organisations/:id/move/preview',
    target: 'acme',
    above: adminsToPartner,
    body: { parentId: '@alder' },
  },
  {
    operation: 'suspend it',
    route: 'POST /organisations/:id/suspend',
    target: 'acme',
    above: adminsToPartner,
    overBarrier: admins,
    endsSessions: true,
    undo: 'activate',
  },
  {
    operation: 'activate it',
    route: 'POST /organisations/:id/activate',
    target: 'acme',
    above: adminsToPartner,
    overBarrier: admins,
  },
  {
    operation: 'lock it',
    route: 'POST /organisations/:id/lock',
    target: 'acme',
    above: adminsToPartner,
    undo: 'unlock',
  },
  {
    operation: 'unlock it',
    route: 'POST /organisations/:id/unlock',
    target: 'acme',
    above: adminsToPartner,
  },
  {
    operation: 'see what closing it would end',
    route: 'GET /organisations/:id/access/closing',
    target: 'acme',
    at: ['TenantAdministrator'],
  },
  {
    operation: 'open it to those above',
    route: 'PUT /organisations/:id/access',
    target: 'acme',
    at: ['TenantAdministrator'],
    body: { managementMode: 'managed' },
  },
  {
    operation: 'read its billing profile',
    route: 'GET /organisations/:id/billing',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'change its billing profile',
    route: 'PATCH /organisations/:id/billing',
    target: 'acme',
    ...everyAdmin,
    body: { taxId: 'DE 123' },
  },
  {
    operation: 'read its settings',
    route: 'GET /organisations/:id/settings',
    target: 'alder',
    above: [...platform, ...distributor],
    at: partner,
  },
  {
    operation: 'delegate to those below',
    route: 'PATCH /organisations/:id/settings',
    target: 'alder',
    above: admins,
    at: ['PartnerAdministrator'],
    body: { selfProvisioning: { 'tenant.createUnit': 'inherit' } },
  },
  {
    operation: 'say whether it may have sub-partners',
    route: 'PATCH /organisations/:id/settings',
    target: 'alder',
    above: admins,
    body: { subPartners: false },
  },
  {
    operation: 'ask its people for a second factor',
    route: 'PATCH /organisations/:id/settings',
    target: 'acme',
    ...everyAdmin,
    body: { mfa: 'nobody' },
  },
  {
    operation: 'say how its people sign in',
    route: 'PATCH /organisations/:id/settings',
    target: 'acme',
    ...everyAdmin,
    body: { signInPaths: null },
  },
  {
    operation: 'list the providers of identities',
    route: 'GET /federation/providers',
    target: 'platform',
    at: platform,
  },
  {
    operation: 'find the issuer at an address, where nobody answers',
    route: 'GET /federation/issuer',
    target: 'platform',
    at: ['PlatformAdministrator'],
    query: 'address=http%3A%2F%2F127.0.0.1%3A1',
    answers: 409,
  },
  {
    operation: 'connect a provider of identities',
    route: 'POST /federation/providers',
    target: 'platform',
    at: ['PlatformAdministrator'],
    body: provider,
    answers: 201,
  },
  {
    operation: 'change a provider of identities',
    route: 'PATCH /federation/providers/:id',
    target: 'platform',
    of: 'new provider',
    at: ['PlatformAdministrator'],
    body: { label: 'Another' },
  },
  {
    operation: 'test a provider of identities, which does not answer',
    route: 'POST /federation/providers/:id/test',
    target: 'platform',
    of: 'new provider',
    at: ['PlatformAdministrator'],
    answers: 409,
  },
  {
    operation: 'disconnect a provider of identities',
    route: 'DELETE /federation/providers/:id',
    target: 'platform',
    of: 'new provider',
    at: ['PlatformAdministrator'],
    answers: 204,
  },
  {
    operation: 'read what happened',
    route: 'GET /organisations/:id/activity',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'list who asked for access',
    route: 'GET /organisations/:id/access-requests',
    target: 'acme',
    ...everyReader,
    ...commercial, // their own requests alone
  },
  {
    operation: 'ask for access',
    route: 'POST /organisations/:id/access-requests',
    target: 'acme',
    overBarrier: admins,
    body: { role: 'TenantReader', reason: 'The import fails.', days: 1 },
    answers: 201,
  },
  {
    operation: 'break the glass',
    route: 'POST /organisations/:id/break-glass',
    target: 'bench', // where no other row needs it closed
    overBarrier: ['PlatformAdministrator'],
    body: { reason: 'The importer burns.', hours: 1 },
    answers: 201,
  },
  {
    operation: 'read the audit',
    route: 'GET /organisations/:id/audit',
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'read the audit, chosen among everything',
    route: 'GET /audit',
    target: 'acme',
    ...everyReader,
    ...commercial,
    query: 'organisation=@acme',
  },
  {
    operation: 'export the audit',
    route: 'GET /organisations/:id/audit/export',
    target: 'acme',
    ...everyReader,
    ...commercial,
    query: 'format=csv',
  },
  {
    operation: 'export the audit, chosen among everything',
    route: 'GET /audit/export',
    target: 'acme',
    ...everyReader,
    ...commercial,
    query: 'format=csv&organisation=@acme',
  },
  {
    operation: 'erase somebody from the audit',
    route: 'POST /accounts/:id/erase-audit',
    target: 'platform',
    of: 'account',
    at: ['PlatformAdministrator'],
  },
  {
    operation: 'mark refused reads that no person attempted',
    route: 'POST /audit/marks',
    target: 'platform',
    at: ['PlatformAdministrator'],
    body: {
      action: 'settings.view',
      reason: 'The page read ahead.',
      before: '2000-01-01T00:00:00Z',
    },
  },
  {
    operation: 'ask why',
    route: 'GET /access/explain',
    target: 'acme',
    ...everyReader,
    ...commercial,
    query: 'action=organisation.edit&at=@acme',
  },
  {
    operation: 'list the views of its accounts',
    route: 'GET /organisations/:id/views',
    target: 'acme',
    ...everyReader,
    query: 'list=accounts',
  },
  {
    operation: 'share a view of its accounts',
    route: 'POST /organisations/:id/views',
    target: 'acme',
    ...everyAdmin,
    body: { list: 'accounts', name: 'Locked', query: { status: 'locked' }, isShared: true },
    answers: 201,
  },
  {
    operation: 'list its accounts',
    route: 'GET /organisations/:id/accounts',
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'export its accounts',
    route: 'GET /organisations/:id/accounts.csv',
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'export its accounts as a workbook',
    route: 'GET /organisations/:id/accounts.xlsx',
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'invite somebody',
    route: 'POST /organisations/:id/accounts',
    target: 'acme',
    ...everyAdmin,
    body: { email: '@new', displayName: 'New', grants: [{ role: 'TenantReader' }] },
    answers: 201,
  },
  {
    operation: 'invite an administrator of the partner',
    route: 'POST /organisations/:id/accounts',
    target: 'alder',
    above: admins,
    at: ['PartnerAdministrator'],
    body: { email: '@new', displayName: 'New', grants: [{ role: 'PartnerAdministrator' }] },
    answers: 201,
  },
  {
    operation: 'add a machine account',
    route: 'POST /organisations/:id/accounts',
    target: 'acme',
    ...everyAdmin,
    body: { type: 'machine', displayName: 'New', grants: [{ role: 'TenantReader' }] },
    answers: 201,
  },
  {
    operation: 'read an account',
    route: 'GET /accounts/:id',
    target: 'acme',
    of: 'account',
    ...everyReader,
  },
  {
    operation: 'change an account',
    route: 'PATCH /accounts/:id',
    target: 'acme',
    of: 'account',
    ...everyAdmin,
    body: { displayName: 'Somebody' },
  },
  {
    operation: 'disable an account',
    route: 'POST /accounts/:id/disable',
    target: 'acme',
    of: 'account',
    ...everyAdmin,
    undo: 'enable',
  },
  {
    operation: 'enable an account',
    route: 'POST /accounts/:id/enable',
    target: 'acme',
    of: 'account',
    ...everyAdmin,
  },
  {
    operation: 'unlock an account',
    route: 'POST /accounts/:id/unlock',
    target: 'acme',
    of: 'account',
    ...everyAdmin,
  },
  {
    operation: 'delete an account',
    route: 'DELETE /accounts/:id',
    target: 'acme',
    of: 'new account',
    ...everyAdmin,
    answers: 204,
  },
  {
    operation: 'move an account',
    route: 'POST /accounts/:id/move',
    target: 'acme',
    of: 'account',
    ...everyAdmin,
    body: { organisationId: '@acme' },
  },
  {
    operation: 'send an invitation anew',
    route: 'POST /accounts/:id/invitation',
    target: 'acme',
    of: 'new account',
    ...everyAdmin,
    answers: 204,
  },
  {
    operation: 'make another link of an invitation',
    route: 'POST /accounts/:id/invitation-link',
    target: 'acme',
    of: 'new account',
    ...everyAdmin,
  },
  {
    operation: 'have somebody choose another password',
    route: 'POST /accounts/:id/require-password-change',
    target: 'acme',
    of: 'active account',
    ...everyAdmin,
  },
  {
    operation: 'mail somebody a link to another password',
    route: 'POST /accounts/:id/password-reset',
    target: 'acme',
    of: 'active account',
    ...everyAdmin,
    answers: 204,
  },
  {
    operation: 'remove second factors',
    route: 'POST /accounts/:id/reset-mfa',
    target: 'acme',
    of: 'active account',
    ...everyAdmin,
  },
  {
    operation: 'list who holds a role',
    route: 'GET /organisations/:id/grants',
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'list the roles of an account',
    route: 'GET /accounts/:id/grants',
    target: 'acme',
    of: 'account',
    ...everyReader,
  },
  {
    operation: 'give a role',
    route: 'POST /accounts/:id/grants',
    target: 'acme',
    of: 'new account',
    ...everyAdmin,
    body: { role: 'TenantReader', organisationId: '@acme' },
    answers: 201,
  },
  {
    operation: 'make a role another one',
    route: 'PATCH /grants/:id',
    target: 'acme',
    of: 'new grant',
    ...everyAdmin,
    body: { role: 'TenantAdministrator' },
  },
  {
    operation: 'take a role',
    route: 'DELETE /grants/:id',
    target: 'acme',
    of: 'new grant',
    ...everyAdmin,
    answers: 204,
  },
  {
    operation: 'list whom an account has invited',
    route: 'GET /accounts/:id/invitations',
    target: 'acme',
    of: 'account',
    ...everyReader,
  },
  {
    operation: 'list the API tokens of an account',
    route: 'GET /accounts/:id/tokens',
    target: 'acme',
    of: 'account',
    ...everyReader,
  },
  {
    operation: 'list the API tokens that reach it',
    route: 'GET /organisations/:id/tokens',
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'make an API token',
    route: 'POST /tokens',
    target: 'acme',
    ...everyAdmin,
    body: { name: 'Export', role: 'TenantReader', organisationId: '@acme', expiresInDays: 1 },
    answers: 201,
  },
  {
    operation: 'revoke an API token',
    route: 'DELETE /tokens/:id',
    target: 'acme',
    of: 'new token',
    ...everyAdmin,
    answers: 204,
  },
];

/** An answer that no authenticator gave. */
const nothing = { id: 'unknown', response: {} };

/** What has nothing to do with roles. */
export const plainRows: readonly PlainRow[] = [
  { route: 'GET /organisations', everybody: 200, signedOut: 401 },
  { route: 'GET /organisations/deleted', everybody: 200, signedOut: 401 },
  { route: 'GET /tokens', everybody: 200, signedOut: 401 },
  { route: 'GET /home', everybody: 200, signedOut: 401 },
  { route: 'GET /search', everybody: 200, signedOut: 401 },
  { route: 'GET /notices', everybody: 200, signedOut: 401 },
  { route: 'POST /notices/read', everybody: 204, signedOut: 401, body: { upTo: 0 } },
  { route: 'GET /notices/preferences', everybody: 200, signedOut: 401 },
  {
    route: 'PUT /notices/preferences/:id',
    everybody: 404,
    signedOut: 401,
    body: { mail: 'daily' },
  },
  { route: 'POST /notices/:id/read', everybody: 404, signedOut: 401 },
  { route: 'GET /jobs', everybody: 200, signedOut: 401 },
  { route: 'GET /jobs/:id', everybody: 404, signedOut: 401 },
  { route: 'GET /jobs/:id/outcomes', everybody: 404, signedOut: 401 },
  { route: 'POST /jobs/:id/cancel', everybody: 404, signedOut: 401 },
  { route: 'POST /jobs/:id/retry', everybody: 404, signedOut: 401 },
  {
    route: 'POST /bulk',
    everybody: 202, // what is out of sight is missing
    signedOut: 401,
    body: { action: 'suspend', ids: ['0190f3a0-0000-7000-8000-000000000000'] },
  },
  { route: 'GET /views/:id', everybody: 404, signedOut: 401 },
  { route: 'PATCH /views/:id', everybody: 404, signedOut: 401, body: { name: 'Mine' } },
  { route: 'DELETE /views/:id', everybody: 404, signedOut: 401 },
  { route: 'GET /account/preferences', everybody: 200, signedOut: 401 },
  { route: 'PATCH /account/preferences', everybody: 200, signedOut: 401, body: { language: 'de' } },
  { route: 'GET /auth/session', everybody: 200, signedOut: 401 },
  { route: 'GET /auth/sessions', everybody: 200, signedOut: 401 },
  { route: 'DELETE /auth/sessions', everybody: 204, signedOut: 401 },
  { route: 'DELETE /auth/sessions/:id', everybody: 404, signedOut: 401 },
  { route: 'POST /auth/sign-out', everybody: 204 },
  {
    route: 'POST /auth/password',
    everybody: 403,
    signedOut: 401,
    body: { current: 'not the current one', next: 'another walk through the forest' },
  },
  { route: 'GET /auth/mfa', everybody: 200, signedOut: 401 },
  { route: 'POST /auth/mfa', everybody: 403, signedOut: 401, body: { code: '000000' } },
  { route: 'POST /auth/mfa/passkey', everybody: 403, signedOut: 401, body: { response: nothing } },
  { route: 'POST /auth/mfa/totp', everybody: 200, signedOut: 401 },
  {
    route: 'POST /auth/mfa/totp/:id/confirm',
    everybody: 404,
    signedOut: 401,
    body: { code: '000000' },
  },
  { route: 'DELETE /auth/mfa/totp/:id', everybody: 404, signedOut: 401 },
  { route: 'POST /auth/mfa/recovery-codes', everybody: 404, signedOut: 401 },
  {
    route: 'POST /auth/mfa/passkeys/options',
    everybody: 200,
    signedOut: 401,
    body: { purpose: 'enrol' },
  },
  {
    route: 'POST /auth/mfa/passkeys',
    everybody: 403,
    signedOut: 401,
    body: { name: 'Key', response: nothing },
  },
  {
    route: 'PUT /auth/mfa/passkeys/:id',
    everybody: 404,
    signedOut: 401,
    body: { name: 'Key' },
  },
  { route: 'DELETE /auth/mfa/passkeys/:id', everybody: 404, signedOut: 401 },
  { route: 'POST /auth/passkey/options', everybody: 200 },
  { route: 'POST /auth/passkey', everybody: 403, body: { response: nothing } },
  {
    route: 'POST /auth/reauthenticate',
    everybody: 403,
    signedOut: 401,
    body: { password: 'nobody has this' },
  },
  { route: 'POST /auth/password-reset', everybody: 204, body: { email: '@new' } },
  { route: 'POST /auth/password-reset/open', everybody: 410, body: { token: 'unknown' } },
  {
    route: 'POST /auth/password-reset/confirm',
    everybody: 410,
    body: { token: 'unknown', password: 'a long walk in the wood' },
  },
  { route: 'GET /auth/providers', everybody: 200 },
  { route: 'GET /auth/federated/:provider', everybody: 302 },
  { route: 'GET /auth/federated/:provider/callback', everybody: 302 },
  {
    route: 'POST /auth/federated/:provider/invitation',
    everybody: 410,
    body: { token: 'unknown' },
  },
  { route: 'POST /auth/federated/:provider/link', everybody: 403, signedOut: 401, body: {} },
  { route: 'POST /auth/federated/:provider/prove', everybody: 403, signedOut: 401, body: {} },
  { route: 'GET /auth/identities', everybody: 200, signedOut: 401 },
  { route: 'DELETE /auth/identities/:id', everybody: 404, signedOut: 401 },
  { route: 'GET /invitations/:token/providers', everybody: 410 },
  {
    route: 'POST /auth/sign-in',
    everybody: 401,
    body: { email: '@new', password: 'nobody has this' },
  },
  { route: 'GET /setup', everybody: 200 },
  {
    route: 'POST /setup',
    everybody: 410,
    body: { token: 'any', email: '@new', displayName: 'Eve', password: 'a long walk in the wood' },
  },
  { route: 'GET /invitations/:token', everybody: 410 },
  {
    route: 'POST /invitations/:token/accept',
    everybody: 410,
    body: { displayName: 'Eve', password: 'a long walk in the wood' },
  },
  { route: 'GET /mail', everybody: 200 },
  { route: 'GET /access-requests', everybody: 200, signedOut: 401 },
  { route: 'POST /access-requests/:id/approve', everybody: 404, signedOut: 401 },
  { route: 'POST /access-requests/:id/refuse', everybody: 404, signedOut: 401, body: {} },
  { route: 'POST /access-requests/:id/withdraw', everybody: 404, signedOut: 401 },
  { route: 'POST /access-requests/:id/end', everybody: 404, signedOut: 401 },
  { route: 'GET /openapi.json', everybody: 200 },
  { route: 'GET /docs', everybody: 200 },
  { route: 'GET /docs/start.js', everybody: 200 },
  { route: 'GET /docs/:file', everybody: 404 },
];

/** Who calls: every role above, at, beside and below the targets; and somebody without any. */
export const callers: readonly PersonName[] = [
  'platform-admin@platform',
  'platform-reader@platform',
  'distributor-admin@north',
  'distributor-reader@north',
  'distributor-admin@south',
  'distributor-reader@south',
  'partner-admin@alder',
  'partner-reader@alder',
  'partner-admin@birch',
  'partner-reader@birch',
  'partner-admin@grove',
  'partner-reader@grove',
  'tenant-admin@acme',
  'tenant-reader@acme',
  'tenant-admin@beta',
  'tenant-reader@beta',
  'tenant-admin@labs',
  'tenant-reader@labs',
  'nobody@acme',
  'user@beta',
];
