import {
  Billing,
  CreateOrganisation,
  DeletedOrganisation,
  DeletedQuery,
  EditBilling,
  EditOrganisation,
  EditSettings,
  MoveOrganisation,
  Organisation,
  OrganisationSettings,
  RestoredOrganisation,
  SetManagementMode,
  WithReason,
} from '../../shared/organisations/contract.ts';
import {
  ChildrenExportQuery,
  ChildrenQuery,
  ListedOrganisation,
  OrganisationQuery,
} from '../../shared/organisations/list-contract.ts';
import * as endpoints from '../../shared/organisations/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import { editBilling, findBilling } from './billing.ts';
import { activateOrganisation, suspendOrganisation } from './change-status.ts';
import { createOrganisation } from './create-organisation.ts';
import { deleteOrganisation } from './deleted/delete-organisation.ts';
import { editOrganisation } from './edit-organisation.ts';
import { exportChildren } from './lists/export-children.ts';
import { findOrganisation } from './find-organisation.ts';
import { listDeleted } from './deleted/list-deleted.ts';
import { listChildren, listOrganisations } from './lists/list-organisations.ts';
import { lockOrganisation, unlockOrganisation } from './lock-organisation.ts';
import { moveOrganisation } from './move-organisation.ts';
import { restoreOrganisation } from './deleted/restore-organisation.ts';
import { setManagementMode } from './set-management-mode.ts';
import { editSettings, findSettings } from './settings.ts';

/** The tree, with billing profiles and settings. */
export function organisationRoutes() {
  return serve('organisations', endpoints, (on) => {
    on(
      endpoints.listOrganisations,
      {
        summary: 'List the organisations in scope',
        query: OrganisationQuery,
        answer: ListedOrganisation,
      },
      ({ work, query }) => listOrganisations(work, query),
    );
    on(
      endpoints.createOrganisation,
      {
        summary: 'Create an organisation, and invite its first administrator',
        body: CreateOrganisation,
        answer: Organisation,
        collection: 'organisations',
      },
      ({ work, body }) => createOrganisation(work, body),
    );
    on(
      endpoints.listDeleted, // before `:id`, which would take it for one
      {
        summary: 'List what was deleted and can be restored',
        query: DeletedQuery,
        answer: DeletedOrganisation,
      },
      ({ work, query }) => listDeleted(work, query),
    );
    on(
      endpoints.findOrganisation,
      { summary: 'Read an organisation', answer: Organisation },
      ({ work, id }) => findOrganisation(work, id),
    );
    on(
      endpoints.editOrganisation,
      {
        summary: 'Change fields of an organisation',
        body: EditOrganisation,
        answer: Organisation,
      },
      ({ work, id, body, expected }) => editOrganisation(work, id, body, expected),
    );
    on(
      endpoints.deleteOrganisation,
      { summary: 'Delete a suspended, empty organisation' },
      ({ work, id }) => deleteOrganisation(work, id),
    );
    on(
      endpoints.restoreOrganisation,
      { summary: 'Bring a deleted one back, suspended', answer: RestoredOrganisation },
      ({ work, id }) => restoreOrganisation(work, id),
    );
    on(
      endpoints.listChildren,
      {
        summary: 'List what stands below, directly or in the whole branch',
        query: ChildrenQuery,
        answer: ListedOrganisation,
      },
      ({ work, id, query }) => listChildren(work, id, query),
    );
    on(
      endpoints.exportChildrenCsv,
      { summary: 'The same list, whole, as CSV', query: ChildrenExportQuery },
      ({ work, id, query }) => exportChildren(work, id, query, 'csv'),
    );
    on(
      endpoints.exportChildrenXlsx,
      { summary: 'The same list, whole, as a workbook (XLSX)', query: ChildrenExportQuery },
      ({ work, id, query }) => exportChildren(work, id, query, 'xlsx'),
    );
    on(
      endpoints.moveOrganisation,
      {
        summary: 'Move it, and all below it, under another parent',
        body: MoveOrganisation,
        answer: Organisation,
      },
      ({ work, id, body }) => moveOrganisation(work, id, body),
    );
    on(
      endpoints.suspendOrganisation,
      { summary: 'Suspend it and all below it', body: WithReason, answer: Organisation },
      ({ work, id, body }) => suspendOrganisation(work, id, body),
    );
    on(
      endpoints.activateOrganisation,
      { summary: 'Take a suspension back', answer: Organisation },
      ({ work, id }) => activateOrganisation(work, id),
    );
    on(
      endpoints.lockOrganisation,
      { summary: 'Freeze its settings', body: WithReason, answer: Organisation },
      ({ work, id, body }) => lockOrganisation(work, id, body),
    );
    on(
      endpoints.unlockOrganisation,
      { summary: 'Take a lock off', answer: Organisation },
      ({ work, id }) => unlockOrganisation(work, id),
    );
    on(
      endpoints.setManagementMode,
      {
        summary: 'Open or close it to those above',
        body: SetManagementMode,
        answer: Organisation,
      },
      ({ work, id, body }) => setManagementMode(work, id, body),
    );
    on(
      endpoints.findBilling,
      { summary: 'Read the billing profile', answer: Billing },
      ({ work, id }) => findBilling(work, id),
    );
    on(
      endpoints.editBilling,
      { summary: 'Change fields of the billing profile', body: EditBilling, answer: Billing },
      ({ work, id, body, expected }) => editBilling(work, id, body, expected),
    );
    on(
      endpoints.findSettings,
      { summary: 'Read the settings', answer: OrganisationSettings },
      ({ work, id }) => findSettings(work, id),
    );
    on(
      endpoints.editSettings,
      { summary: 'Change settings', body: EditSettings, answer: OrganisationSettings },
      ({ work, id, body, expected }) => editSettings(work, id, body, expected),
    );
  });
}
