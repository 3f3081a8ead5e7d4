import type { FieldConflict, FieldError, NamedCheck, Problem } from './problem.ts';

/**
 * The closed list of refusals: the code, the HTTP status it answers and its title.
 * Anything else that goes wrong is a fault: logged whole, answered blank.
 */
export const refusals = {
  'request.malformed': [400, 'The request could not be read'],
  'request.invalid': [422, 'Some fields are not acceptable'],
  'request.media-type': [415, 'This content type is not accepted'],
  'request.too-large': [413, 'The request is too large'],
  'request.foreign-origin': [403, 'The request comes from another site'],
  'request.headers-too-large': [431, 'The browser sends more cookies than fit into a request'],
  'request.timeout': [408, 'The request took too long to arrive'],
  'request.precondition-required': [428, 'An If-Match header is required'],
  'request.idempotency-reused': [422, 'The idempotency key was used for another request'],
  'request.glance': [405, 'This does something, so it cannot be looked at beforehand'],
  'request.too-many': [429, 'Too many attempts'],
  'live.subscriptions': [409, 'Too many subscriptions are open'],
  'auth.required': [401, 'Sign in first'],
  'auth.another': [409, 'Somebody else is signed in now'],
  'auth.failed': [401, 'The e-mail address or the password is not right'],
  'auth.pending': [403, 'Signing in is not finished'],
  'auth.token': [403, 'An API token cannot do this'],
  'auth.reauthenticate': [403, 'Show once more that it is you'],
  'auth.code': [403, 'This code is not right'],
  'auth.passkey': [403, 'This passkey was not accepted'],
  'auth.last-factor': [409, 'A second factor is required here, and this is the last'],
  'auth.path': [403, 'This way to sign in is not allowed here'],
  'auth.last-way': [409, 'This is the last way in'],
  'password-reset.gone': [410, 'This link is no longer valid'],
  'auth.current-password': [403, 'The current password is not right'],
  'invitation.gone': [410, 'This invitation is no longer valid'],
  'invitation.address-taken': [409, 'This address already has an account in Canopy'],
  'setup.done': [410, 'This platform is already set up'],
  'setup.token': [403, 'The set-up token is not right'],
  'access.denied': [403, 'This is not permitted'],
  'not-found': [404, 'There is no such record'],
  'version.conflict': [409, 'Somebody changed the same fields meanwhile'],
  'organisation.not-empty': [409, 'The organisation still holds other organisations'],
  'organisation.not-suspended': [409, 'The organisation is not suspended'],
  'organisation.parent-gone': [409, 'Its parent was deleted too'],
  'organisation.currency-fixed': [409, 'The currency is fixed'],
  'external-id.taken': [409, 'The external id is already used below this parent'],
  'account.not-active': [409, 'The account is not active'],
  'account.not-invited': [409, 'The account is not invited any more'],
  'account.machine': [409, 'Nobody signs in with a machine account'],
  'account.email-taken': [409, 'An account with this e-mail address exists'],
  'identity.taken': [409, 'This sign-in opens another account already'],
  'provider.unreachable': [409, 'The provider could not be reached'],
  'grant.exists': [409, 'The account already holds a role here'],
  'access-request.pending': [409, 'You have asked for access here already'],
  'access-request.decided': [409, 'This request does not wait for an answer any more'],
  'access-request.void': [409, 'Whoever asked could not ask any more'],
  'access-request.over': [409, 'This access is not running'],
  'job.state': [409, 'The job is not in a state for this'],
  'server.full': [507, 'There is no room left to store this; reading still works'],
  'server.unavailable': [503, 'The service is not available at the moment'],
  'server.fault': [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type RefusalCode = keyof typeof refusals;

/** What a refusal can carry besides its sentence. */
export interface RefusalFacts {
  errors?: FieldError[];
  checks?: NamedCheck[];
  conflicts?: FieldConflict[];
  /** What the session still owes. */
  next?: string;
  retryAfterSeconds?: number;
  /** What was attempted where; for the audit, never answered. */
  attempt?: { action: string; place: { id: string; path: string } };
}

/** A request that was understood and is answered with "no", in words meant for the person. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, detail?: string, facts: RefusalFacts = {}) {
    super(detail ?? refusals[code][1]);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return refusals[this.code][0];
  }

  /** The refusal as RFC 9457 problem details. */
  toProblem(): Problem {
    const [status, title] = refusals[this.code];
    const { errors, checks, conflicts, next } = this.facts;
    return {
      type: `urn:canopy:problem:${this.code}`,
      title,
      status,
      code: this.code,
      detail: this.message,
      ...(errors && { errors }),
      ...(checks && { checks }),
      ...(conflicts && { conflicts }),
      ...(next && { next }),
    };
  }
}
