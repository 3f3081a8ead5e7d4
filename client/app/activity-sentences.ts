import type { Resource } from '../../shared/records.ts';
import { accessRequestSentences } from '../access-requests/history/activity.ts';
import { accessSentences } from '../access/history/activity.ts';
import { accountSentences } from '../accounts/history/activity.ts';
import type { Sentence } from '../core/activity.ts';
import { documentSentences } from '../documents/history/activity.ts';
import { providerSentences } from '../federation/history/activity.ts';
import { onboardingSentences } from '../onboarding/history/activity.ts';
import { organisationSentences } from '../organisations/history/activity.ts';
import { tokenSentences } from '../tokens/history/activity.ts';

/** How the entries of the feed read, by type of record; one that travels and has no words fails here. */
export const sentences = {
  ...organisationSentences,
  ...accessSentences,
  ...accessRequestSentences,
  ...accountSentences,
  ...providerSentences,
  ...tokenSentences,
  ...documentSentences,
  ...onboardingSentences,
} satisfies Record<Resource, Sentence>;
