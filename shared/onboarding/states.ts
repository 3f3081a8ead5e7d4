import type { OnboardingState, Side, StepOwner, StepState } from './contract.ts';

/** What the state of a step is made of. */
export interface StepFacts {
  key: string;
  title: string;
  side: Side;
  /** The keys of its predecessors. */
  after: readonly string[];
  source: 'fact' | 'manual';
  /** Of a derived step: whether its fact is so. */
  holds: boolean;
  /** Of a manual step: whether somebody completed it. */
  isCompleted: boolean;
  /** The reason why it was waived. */
  waived: string | null;
  blocked: string | null;
  waitsOn: Side | null;
  owner: StepOwner | null;
  dueOn: string | null;
}

/** What an onboarding comes to. */
export interface Progress {
  state: OnboardingState;
  done: number;
  total: number;
  currentStep: string | null;
  currentTitle: string | null;
  waitsOn: Side | null;
  dueOn: string | null;
  owner: StepOwner | null;
}

/** Whether nothing is to be done about a step any more. */
export function isClosed({ source, holds, isCompleted, waived }: StepFacts): boolean {
  return waived !== null || (source === 'fact' ? holds : isCompleted);
}

/**
 * The state of each step by its key: the first that applies of waived, done, later, blocked,
 * waiting, in progress and not started [O2] [O6]. What is done although its predecessors are open is
 * done all the same.
 */
export function statesOf(steps: readonly StepFacts[]): Map<string, StepState> {
  const open = new Set(steps.filter((step) => !isClosed(step)).map(({ key }) => key));
  return new Map(steps.map((step) => [step.key, stateOf(step, open)]));
}

function stateOf(step: StepFacts, open: ReadonlySet<string>): StepState {
  if (step.waived !== null) return 'waived';
  if (isClosed(step)) return 'done';
  if (step.after.some((key) => open.has(key))) return 'later';
  if (step.blocked !== null) return 'blocked';
  if (step.waitsOn !== null) return 'waiting';
  return step.owner === null ? 'not-started' : 'in-progress';
}

/** What the steps come to, in the order of the template; who, whom and when are of one step. */
export function progressOf(steps: readonly StepFacts[]): Progress {
  const states = statesOf(steps);
  const open = steps.filter((step) => !isClosed(step));
  const current = open.find(({ key }) => states.get(key) !== 'later');
  return {
    state: open.length === 0 ? 'done' : 'in-progress',
    done: steps.length - open.length,
    total: steps.length,
    currentStep: current?.key ?? null,
    currentTitle: current?.title ?? null,
    waitsOn: current ? (current.waitsOn ?? current.side) : null,
    dueOn: current?.dueOn ?? null,
    owner: current?.owner ?? null,
  };
}
