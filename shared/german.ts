import type { Tables } from './core/words/speech.ts';
import { de as sharedAccess } from './access/words.de.ts';
import { de as sharedAccessRequests } from './access-requests/words.de.ts';
import { de as sharedAccounts } from './accounts/words.de.ts';
import { de as sharedAudit } from './audit/words.de.ts';
import { de as sharedBulk } from './bulk/words.de.ts';
import { de as sharedCore } from './core/words.de.ts';
import { de as sharedCoreJobs } from './core/jobs/words.de.ts';
import { de as sharedDocuments } from './documents/words.de.ts';
import { de as sharedFactors } from './factors/words.de.ts';
import { de as sharedFederation } from './federation/words.de.ts';
import { de as sharedJobs } from './jobs/words.de.ts';
import { de as sharedNotices } from './notices/words.de.ts';
import { de as sharedOnboarding } from './onboarding/words.de.ts';
import { de as sharedOnboardingTemplates } from './onboarding/templates/words.de.ts';
import { de as sharedOrganisations } from './organisations/words.de.ts';
import { de as sharedPeople } from './people/words.de.ts';
import { de as sharedViews } from './views/words.de.ts';
import { de as sharedSignIn } from './sign-in/words.de.ts';
import { de as sharedTokens } from './tokens/words.de.ts';

/** Every German message of what both sides say, by its folder. */
export const sharedGerman: Tables = {
  'shared/access': sharedAccess,
  'shared/access-requests': sharedAccessRequests,
  'shared/accounts': sharedAccounts,
  'shared/audit': sharedAudit,
  'shared/bulk': sharedBulk,
  'shared/core': sharedCore,
  'shared/core/jobs': sharedCoreJobs,
  'shared/documents': sharedDocuments,
  'shared/factors': sharedFactors,
  'shared/federation': sharedFederation,
  'shared/jobs': sharedJobs,
  'shared/notices': sharedNotices,
  'shared/onboarding': sharedOnboarding,
  'shared/onboarding/templates': sharedOnboardingTemplates,
  'shared/organisations': sharedOrganisations,
  'shared/people': sharedPeople,
  'shared/views': sharedViews,
  'shared/sign-in': sharedSignIn,
  'shared/tokens': sharedTokens,
};
