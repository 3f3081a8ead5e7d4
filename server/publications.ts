import { grantPublication } from './access/publications.ts';
import {
  accountPublication,
  invitationPublication,
  sessionPublication,
} from './accounts/publications.ts';
import {
  billingPublication,
  organisationPublication,
  settingsPublication,
} from './organisations/publications.ts';

/** Every record that the change log and the audit know. */
export const publications = [
  organisationPublication,
  billingPublication,
  settingsPublication,
  grantPublication,
  accountPublication,
  sessionPublication,
  invitationPublication,
];
