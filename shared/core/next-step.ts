/** What can stand between a sign-in and the product, in the order in which it is asked for. */
export const nextSteps = ['mfa', 'change-password', 'enrol-mfa', 'done'] as const;
export type NextStep = (typeof nextSteps)[number];

/** What a session is judged by. */
export interface StepFacts {
  hasSecondFactor: boolean;
  /** Whether this session has shown the second factor. */
  isSecondFactorShown: boolean;
  mustChangePassword: boolean;
  /** Whether a rule asks a second factor of the account. */
  isSecondFactorAsked: boolean;
}

/** The first thing that a session still owes. Always computed, so that no copy of it can be stale. */
export function nextStep(facts: StepFacts): NextStep {
  if (facts.hasSecondFactor && !facts.isSecondFactorShown) return 'mfa';
  if (facts.mustChangePassword) return 'change-password';
  return facts.isSecondFactorAsked && !facts.hasSecondFactor ? 'enrol-mfa' : 'done';
}
