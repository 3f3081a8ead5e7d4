export const en = {
  records: {
    onboarding: 'Onboarding',
    onboardingStep: 'Onboarding step',
    onboardingState: 'State of an onboarding',
    onboardingTemplate: 'Onboarding template',
    onboardingNote: 'Onboarding note',
  },
  deeds: {
    'onboarding.start': 'Started an onboarding',
    'onboarding.edit': 'Changed an onboarding step',
    'onboarding.complete': 'Completed an onboarding step',
    'onboarding.reopen': 'Reopened an onboarding step',
    'onboarding.waive': 'Waived an onboarding step',
    'onboarding.stall': 'Onboardings stalled',
    'onboarding.moveOver': 'Moved an onboarding over to a newer version',
    'template.begin': 'Began a draft of an onboarding template',
    'template.edit': 'Changed the draft of an onboarding template',
    'template.discard': 'Discarded the draft of an onboarding template',
    'template.publish': 'Published an onboarding template',
    'onboarding.note': 'Wrote a note on an onboarding',
    'onboarding.removeNote': 'Removed a note on an onboarding',
  },
};
