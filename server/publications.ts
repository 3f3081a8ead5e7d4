import { accessRequestPublication, grantPublication } from './access/publications.ts';
import {
  accountPublication,
  identityPublication,
  invitationPublication,
  sessionPublication,
} from './accounts/publications.ts';
import { providerPublication } from './federation/publications.ts';
import {
  billingPublication,
  organisationPublication,
  settingsPublication,
} from './organisations/publications.ts';
import { tokenPublication } from './tokens/publications.ts';

/** Every record that the change log and the audit know. */
export const publications = [
  organisationPublication,
  billingPublication,
  settingsPublication,
  grantPublication,
  accessRequestPublication,
  accountPublication,
  sessionPublication,
  invitationPublication,
  identityPublication,
  providerPublication,
  tokenPublication,
];
