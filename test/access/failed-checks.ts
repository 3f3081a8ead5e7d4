import type { Problem } from '../../shared/core/problem.ts';
import type { Answer } from '../support/session.ts';

/** The checks that a refusal names as failed, in their order; none where it names no checks. */
export function failedChecks({ body }: Answer<unknown>): string[] {
  const { checks = [] } = body as Partial<Problem>;
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}
