import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  records: {
    onboarding: 'Onboarding',
    onboardingStep: 'Onboarding-Schritt',
    onboardingState: 'Stand eines Onboardings',
    onboardingTemplate: 'Onboarding-Vorlage',
    onboardingNote: 'Onboarding-Notiz',
  },
  deeds: {
    'onboarding.start': 'Onboarding begonnen',
    'onboarding.edit': 'Onboarding-Schritt geändert',
    'onboarding.complete': 'Onboarding-Schritt abgeschlossen',
    'onboarding.reopen': 'Onboarding-Schritt wieder geöffnet',
    'onboarding.waive': 'Auf einen Onboarding-Schritt verzichtet',
    'onboarding.stall': 'Onboardings kommen nicht voran',
    'onboarding.moveOver': 'Onboarding auf eine neuere Version umgestellt',
    'template.begin': 'Entwurf einer Onboarding-Vorlage begonnen',
    'template.edit': 'Entwurf einer Onboarding-Vorlage geändert',
    'template.discard': 'Entwurf einer Onboarding-Vorlage verworfen',
    'template.publish': 'Onboarding-Vorlage veröffentlicht',
    'onboarding.note': 'Notiz zu einem Onboarding geschrieben',
    'onboarding.removeNote': 'Notiz zu einem Onboarding entfernt',
  },
} satisfies Words<typeof en>;
