/**
 * Why somebody who comes back from a provider is not in: the code that the address carries. Codes
 * are few and mild; the audit knows the exact reason.
 */
const flowProblems = [
  'flow-over',
  'cancelled',
  'unreachable',
  'too-many',
  'refused',
  'directory',
  'unknown',
  'path-shut',
  'shut-out',
  'invitation-gone',
  'address-taken',
  'taken',
  'signed-out',
  'other-person',
] as const;

export type FlowProblem = (typeof flowProblems)[number];

export function isFlowProblem(text: string): text is FlowProblem {
  return flowProblems.some((problem) => problem === text);
}
