import { isolated } from '../../core/isolated.ts';
import { formats } from '../../core/words/formats.ts';
import type { Words } from '../../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  key: 'Ein Schlüssel hat Kleinbuchstaben, Ziffern und dazwischen Bindestriche, höchstens 60 Zeichen.',
  keyTwice: ({ key }) => `Ein anderer Schritt hat den Schlüssel ${isolated(key)}.`,
  giveTitle: 'Sagen Sie, was zu tun ist.',
  giveWhy: 'Sagen Sie, warum es zu tun ist.',
  noSteps: 'Eine Vorlage hat mindestens einen Schritt.',
  tooManySteps: ({ most }) => `Eine Vorlage hat höchstens ${formats().number(most)} Schritte.`,
  stallDays: 'Geben Sie eine Zahl von Tagen an, von 1 bis 365.',
  noSuchStep: ({ key }) => `Es gibt keinen Schritt ${isolated(key)}, der davor käme.`,
  itself: 'Ein Schritt kann nicht nach sich selbst kommen.',
  circle: ({ steps }) => `Diese Schritte warten im Kreis aufeinander: ${steps}.`,
  noSuchFact: ({ fact }) => `Canopy kennt keine Tatsache ${isolated(fact)}.`,
  noSuchPage: ({ page }) => `Es gibt keine Seite ${isolated(page)}.`,
  draftIncomplete: 'So lässt sich der Entwurf nicht veröffentlichen.',
  noSuchVersion: 'Eine solche Version der Vorlage gibt es nicht.',
  isDone: 'Das Onboarding ist abgeschlossen.',
  isNewer: 'Das Onboarding hat schon diese Version oder eine neuere.',
  discarded: 'Es gibt keinen Entwurf mehr: Er wurde inzwischen veröffentlicht oder verworfen.',
} satisfies Words<typeof en>;
