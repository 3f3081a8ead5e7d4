import type { FieldConflict, FieldError, NamedCheck, Problem } from './problem.ts';
import { en } from './words.en.ts';
import type { Said } from './words/said.ts';

/**
 * The closed list of refusals: the code and the HTTP status it answers; words.en.ts has its title.
 * Anything else that goes wrong is a fault: logged whole, answered blank.
 */
export const refusals = {
  'request.malformed': 400,
  'request.invalid': 422,
  'request.media-type': 415,
  'request.too-large': 413,
  'request.foreign-origin': 403,
  'request.range': 416,
  'request.headers-too-large': 431,
  'request.timeout': 408,
  'request.precondition-required': 428,
  'request.idempotency-reused': 422,
  'request.glance': 405,
  'request.too-many': 429,
  'live.subscriptions': 409,
  'auth.required': 401,
  'auth.another': 409,
  'auth.failed': 401,
  'auth.pending': 403,
  'auth.token': 403,
  'auth.reauthenticate': 403,
  'auth.code': 403,
  'auth.passkey': 403,
  'auth.last-factor': 409,
  'auth.path': 403,
  'auth.last-way': 409,
  'password-reset.gone': 410,
  'auth.current-password': 403,
  'invitation.gone': 410,
  'invitation.address-taken': 409,
  'setup.done': 410,
  'setup.token': 403,
  'access.denied': 403,
  'not-found': 404,
  'version.conflict': 409,
  'organisation.not-empty': 409,
  'organisation.not-suspended': 409,
  'organisation.parent-gone': 409,
  'organisation.currency-fixed': 409,
  'external-id.taken': 409,
  'account.not-active': 409,
  'account.not-invited': 409,
  'account.machine': 409,
  'account.email-taken': 409,
  'identity.taken': 409,
  'provider.unreachable': 409,
  'grant.exists': 409,
  'access-request.pending': 409,
  'access-request.decided': 409,
  'access-request.void': 409,
  'access-request.over': 409,
  'onboarding.exists': 409,
  'onboarding.derived': 409,
  'onboarding.state': 409,
  'template.draft': 409,
  'template.no-draft': 409,
  'template.changed': 409,
  'document.removed': 410,
  'upload.state': 409,
  'job.state': 409,
  'server.full': 507,
  'server.unavailable': 503,
  'server.fault': 500,
} as const satisfies Record<string, number>;

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

  /** What the detail is the English of. */
  readonly said: Said | undefined;

  constructor(code: RefusalCode, said?: Said, facts: RefusalFacts = {}) {
    super(said?.detail ?? en.refusals[code]);
    this.name = 'Refusal';
    this.code = code;
    this.said = said;
    this.facts = facts;
  }

  get status(): number {
    return refusals[this.code];
  }

  /** The refusal as RFC 9457 problem details. */
  toProblem(): Problem {
    const { errors, checks, conflicts, next } = this.facts;
    return {
      type: `urn:canopy:problem:${this.code}`,
      title: en.refusals[this.code],
      status: this.status,
      code: this.code,
      detail: this.message,
      ...(this.said && { reason: this.said.code, params: this.said.params }),
      ...(errors && { errors }),
      ...(checks && { checks }),
      ...(conflicts && { conflicts }),
      ...(next && { next }),
    };
  }
}

/** A field that is refused, as it is answered. */
export function fieldError(path: string, { code, params, detail }: Said): FieldError {
  return { path, message: detail, code, ...(params && { params }) };
}

/** The refusal of a request for one of its fields. */
export function refuseField(path: string, said: Said): Refusal {
  return new Refusal('request.invalid', said, { errors: [fieldError(path, said)] });
}

/** The refusal for a check that no decision makes. */
export function refuseFor(name: NamedCheck['name'], said: Said): Refusal {
  return new Refusal('access.denied', said, { checks: [{ name, ok: false, ...said }] });
}
