import type { FlowProblem } from '../../shared/federation/problems.ts';

/** Why an answer of a provider was not taken, exactly: for the audit, and for who tests a provider. */
export type FlowReason =
  | 'state'
  | 'expired-state'
  | 'other-browser'
  | 'provider-off'
  | 'discovery'
  | 'cancelled'
  | 'client'
  | 'token-endpoint'
  | 'shared-secret'
  | 'algorithm'
  | 'expired'
  | 'not-yet-valid'
  | 'issued-in-future'
  | 'issuer'
  | 'audience'
  | 'authorised-party'
  | 'nonce-missing'
  | 'nonce'
  | 'claims'
  | 'unknown-key'
  | 'signature'
  | 'sign-in-time'
  | 'directory'
  | 'domain'
  | 'unknown-identity'
  | 'other-identity'
  | 'identity-taken'
  | 'path-shut'
  | 'shut-out'
  | 'signed-out'
  | 'invitation-gone'
  | 'address-taken';

const problems: Partial<Record<FlowReason, FlowProblem>> = {
  state: 'flow-over',
  'expired-state': 'flow-over',
  'other-browser': 'flow-over',
  'provider-off': 'path-shut',
  discovery: 'unreachable',
  cancelled: 'cancelled',
  client: 'unreachable',
  'token-endpoint': 'unreachable',
  directory: 'directory',
  domain: 'directory',
  'unknown-identity': 'unknown',
  'other-identity': 'other-person',
  'identity-taken': 'taken',
  'path-shut': 'path-shut',
  'shut-out': 'shut-out',
  'signed-out': 'signed-out',
  'invitation-gone': 'invitation-gone',
  'address-taken': 'address-taken',
};

/** Nobody comes in by this answer. The person is told the problem, the audit the reason. */
export class RefusedFlow extends Error {
  readonly reason: FlowReason;

  constructor(reason: FlowReason, detail = '') {
    super(detail);
    this.name = 'RefusedFlow';
    this.reason = reason;
  }

  /** In the few words that whoever comes back may know. */
  get problem(): FlowProblem {
    return problems[this.reason] ?? 'refused';
  }
}
