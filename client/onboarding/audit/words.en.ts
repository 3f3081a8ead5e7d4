export const en = {
  records: {
    onboarding: 'Onboarding',
    onboardingStep: 'Onboarding step',
    onboardingState: 'State of an onboarding',
  },
  deeds: {
    'onboarding.start': 'Started an onboarding',
    'onboarding.edit': 'Changed an onboarding step',
    'onboarding.complete': 'Completed an onboarding step',
    'onboarding.reopen': 'Reopened an onboarding step',
    'onboarding.waive': 'Waived an onboarding step',
    'onboarding.stall': 'Onboardings stalled',
  },
};
