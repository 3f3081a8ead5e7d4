import type { Tables } from '../../shared/core/words/speech.ts';
import { sharedGerman } from '../../shared/german.ts';
import { de as access } from '../access/words.de.ts';
import { de as accessRequests } from '../access-requests/words.de.ts';
import { de as accessRequestsAudit } from '../access-requests/audit/words.de.ts';
import { de as accessRequestsHistory } from '../access-requests/history/words.de.ts';
import { de as accessAudit } from '../access/audit/words.de.ts';
import { de as accessHistory } from '../access/history/words.de.ts';
import { de as accounts } from '../accounts/words.de.ts';
import { de as accountsDialogs } from '../accounts/dialogs/words.de.ts';
import { de as accountsOwn } from '../accounts/own/words.de.ts';
import { de as accountsSelection } from '../accounts/selection/words.de.ts';
import { de as accountsAudit } from '../accounts/audit/words.de.ts';
import { de as accountsHistory } from '../accounts/history/words.de.ts';
import { de as app } from './words.de.ts';
import { de as appFrame } from './frame/words.de.ts';
import { de as appPages } from './pages/words.de.ts';
import { de as audit } from '../audit/words.de.ts';
import { de as core } from '../core/words.de.ts';
import { de as factors } from '../factors/words.de.ts';
import { de as federation } from '../federation/words.de.ts';
import { de as federationAudit } from '../federation/audit/words.de.ts';
import { de as federationHistory } from '../federation/history/words.de.ts';
import { de as home } from '../home/words.de.ts';
import { de as notices } from '../notices/words.de.ts';
import { de as documents } from '../documents/words.de.ts';
import { de as documentAudit } from '../documents/audit/words.de.ts';
import { de as documentHistory } from '../documents/history/words.de.ts';
import { de as onboarding } from '../onboarding/words.de.ts';
import { de as onboardingBoard } from '../onboarding/board/words.de.ts';
import { de as onboardingAudit } from '../onboarding/audit/words.de.ts';
import { de as onboardingNotes } from '../onboarding/notes/words.de.ts';
import { de as onboardingHistory } from '../onboarding/history/words.de.ts';
import { de as organisations } from '../organisations/words.de.ts';
import { de as jobs } from '../jobs/words.de.ts';
import { de as organisationsCreate } from '../organisations/create/words.de.ts';
import { de as organisationsAudit } from '../organisations/audit/words.de.ts';
import { de as organisationsHistory } from '../organisations/history/words.de.ts';
import { de as organisationsMove } from '../organisations/move/words.de.ts';
import { de as organisationsQuestions } from '../organisations/questions/words.de.ts';
import { de as organisationsSettings } from '../organisations/settings/words.de.ts';
import { de as organisationsTree } from '../organisations/tree/words.de.ts';
import { de as signIn } from '../sign-in/words.de.ts';
import { de as onboardingTemplates } from '../onboarding/templates/words.de.ts';
import { de as listsBulk } from '../lists/bulk/words.de.ts';
import { de as listsViews } from '../lists/views/words.de.ts';
import { de as lists } from '../lists/words.de.ts';
import { de as decisions } from '../decisions/words.de.ts';
import { de as live } from '../live/words.de.ts';
import { de as tokens } from '../tokens/words.de.ts';
import { de as tokensAudit } from '../tokens/audit/words.de.ts';
import { de as tokensHistory } from '../tokens/history/words.de.ts';
import { de as customersSelection } from '../organisations/customers/selection/words.de.ts';
import { de as customers } from '../organisations/customers/words.de.ts';
import { de as ui } from '../ui/words.de.ts';

/** Every German message of the client and of what both sides say, by its folder. */
export const german: Tables = {
  ...sharedGerman,
  'client/access': access,
  'client/access-requests': accessRequests,
  'client/access-requests/audit': accessRequestsAudit,
  'client/access-requests/history': accessRequestsHistory,
  'client/access/audit': accessAudit,
  'client/access/history': accessHistory,
  'client/accounts': accounts,
  'client/accounts/dialogs': accountsDialogs,
  'client/accounts/own': accountsOwn,
  'client/accounts/selection': accountsSelection,
  'client/accounts/audit': accountsAudit,
  'client/accounts/history': accountsHistory,
  'client/app': app,
  'client/app/frame': appFrame,
  'client/app/pages': appPages,
  'client/audit': audit,
  'client/core': core,
  'client/factors': factors,
  'client/federation': federation,
  'client/federation/audit': federationAudit,
  'client/federation/history': federationHistory,
  'client/organisations': organisations,
  'client/home': home,
  'client/jobs': jobs,
  'client/decisions': decisions,
  'client/live': live,
  'client/notices': notices,
  'client/lists/bulk': listsBulk,
  'client/onboarding/templates': onboardingTemplates,
  'client/lists': lists,
  'client/lists/views': listsViews,
  'client/organisations/create': organisationsCreate,
  'client/documents': documents,
  'client/documents/audit': documentAudit,
  'client/documents/history': documentHistory,
  'client/onboarding': onboarding,
  'client/onboarding/board': onboardingBoard,
  'client/onboarding/audit': onboardingAudit,
  'client/onboarding/history': onboardingHistory,
  'client/onboarding/notes': onboardingNotes,
  'client/organisations/audit': organisationsAudit,
  'client/organisations/history': organisationsHistory,
  'client/organisations/move': organisationsMove,
  'client/organisations/questions': organisationsQuestions,
  'client/organisations/settings': organisationsSettings,
  'client/organisations/tree': organisationsTree,
  'client/sign-in': signIn,
  'client/tokens': tokens,
  'client/tokens/audit': tokensAudit,
  'client/tokens/history': tokensHistory,
  'client/organisations/customers': customers,
  'client/organisations/customers/selection': customersSelection,
  'client/ui': ui,
};
