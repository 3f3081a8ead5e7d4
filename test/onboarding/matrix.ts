import * as endpoints from '../../shared/onboarding/endpoints.ts';
import { commercial, everyAdmin, everyReader, type Row } from '../security/matrix-row.ts';

export const rows: readonly Row[] = [
  {
    operation: 'read its onboarding',
    endpoint: endpoints.findOnboarding,
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'list its onboarding',
    endpoint: endpoints.listOnboardings,
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'read whether its onboarding is done',
    endpoint: endpoints.listOutlines,
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
  {
    operation: 'list the steps of its onboarding',
    endpoint: endpoints.listSteps,
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'list what became of the steps of its onboarding',
    endpoint: endpoints.listSpans,
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'read the funnel of its onboardings',
    endpoint: endpoints.findFunnel,
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'start an onboarding that it has already',
    endpoint: endpoints.startOnboarding,
    target: 'acme',
    ...everyAdmin,
    answers: 409,
  },
  {
    operation: 'say by when a step of its onboarding is due',
    endpoint: endpoints.editStep,
    target: 'acme',
    ...everyAdmin,
    body: { dueOn: '2026-03-02' },
  },
  {
    operation: 'complete a step of its onboarding',
    endpoint: endpoints.completeStep,
    target: 'acme',
    ...everyAdmin,
    undo: 'reopen',
  },
  {
    operation: 'reopen a step of its onboarding that is open',
    endpoint: endpoints.reopenStep,
    target: 'acme',
    ...everyAdmin,
    answers: 409,
  },
  {
    operation: 'waive a step of its onboarding',
    endpoint: endpoints.waiveStep,
    target: 'acme',
    ...everyAdmin,
    body: { reason: 'It is signed on paper.' },
    undo: 'reopen',
  },
];
