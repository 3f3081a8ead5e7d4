import { CreateWithAdministrator } from '../../shared/accounts/contract.ts';
import {
  Billing,
  DeletedOrganisation,
  DeletedQuery,
  EditBilling,
  EditOrganisation,
  EditSettings,
  MoveOrganisation,
  Organisation,
  OrganisationQuery,
  OrganisationSettings,
  RestoredOrganisation,
  SetManagementMode,
} from '../../shared/organisations/contract.ts';
import { pageOf } from '../../shared/core/paging.ts';
import { accept, created, describe, expectedVersion, record } from '../core/http/accept.ts';
import { createRouter } from '../core/http/router.ts';
import { editBilling, findBilling } from './billing.ts';
import { activateOrganisation, suspendOrganisation } from './change-status.ts';
import { createOrganisation } from './create-organisation.ts';
import { deleteOrganisation } from './delete-organisation.ts';
import { editOrganisation } from './edit-organisation.ts';
import { findOrganisation } from './find-organisation.ts';
import { listDeleted } from './list-deleted.ts';
import { listChildren, listOrganisations } from './list-organisations.ts';
import { lockOrganisation, unlockOrganisation } from './lock-organisation.ts';
import { moveOrganisation } from './move-organisation.ts';
import { restoreOrganisation } from './restore-organisation.ts';
import { setManagementMode } from './set-management-mode.ts';
import { editSettings, findSettings } from './settings.ts';

const one = { answer: Organisation };
const page = { answer: pageOf(Organisation) };

/** `/api/organisations` */
export function organisationRoutes() {
  return createRouter()
    .get(
      '/',
      describe({ summary: 'List the organisations in scope', ...page }),
      accept('query', OrganisationQuery),
      async (c) => c.json(await listOrganisations(c.var.work, c.req.valid('query'))),
    )
    .post(
      '/',
      describe({
        summary: 'Create an organisation, and invite its first administrator',
        ...one,
        status: 201,
        header: 'Idempotency-Key',
      }),
      accept('json', CreateWithAdministrator),
      async (c) =>
        created(c, 'organisations', await createOrganisation(c.var.work, c.req.valid('json'))),
    )
    .get(
      '/deleted',
      describe({
        summary: 'List what was deleted and can be restored',
        answer: pageOf(DeletedOrganisation),
      }),
      accept('query', DeletedQuery),
      async (c) => c.json(await listDeleted(c.var.work, c.req.valid('query'))),
    )
    .get('/:id', describe({ summary: 'Read an organisation', ...one }), async (c) =>
      record(c, await findOrganisation(c.var.work, c.req.param('id'))),
    )
    .patch(
      '/:id',
      describe({ summary: 'Change fields of an organisation', header: 'If-Match', ...one }),
      accept('json', EditOrganisation),
      async (c) =>
        record(
          c,
          await editOrganisation(
            c.var.work,
            c.req.param('id'),
            c.req.valid('json'),
            expectedVersion(c),
          ),
        ),
    )
    .delete('/:id', describe({ summary: 'Delete a suspended, empty organisation' }), async (c) => {
      await deleteOrganisation(c.var.work, c.req.param('id'));
      return c.body(null, 204);
    })
    .post(
      '/:id/restore',
      describe({ summary: 'Bring a deleted one back, suspended', answer: RestoredOrganisation }),
      async (c) => c.json(await restoreOrganisation(c.var.work, c.req.param('id'))),
    )
    .get(
      '/:id/children',
      describe({ summary: 'List what stands directly below', ...page }),
      accept('query', OrganisationQuery),
      async (c) => c.json(await listChildren(c.var.work, c.req.param('id'), c.req.valid('query'))),
    )
    .post(
      '/:id/move',
      describe({ summary: 'Move it, and all below it, under another parent', ...one }),
      accept('json', MoveOrganisation),
      async (c) =>
        record(c, await moveOrganisation(c.var.work, c.req.param('id'), c.req.valid('json'))),
    )
    .post('/:id/suspend', describe({ summary: 'Suspend it and all below it', ...one }), async (c) =>
      record(c, await suspendOrganisation(c.var.work, c.req.param('id'))),
    )
    .post('/:id/activate', describe({ summary: 'Take a suspension back', ...one }), async (c) =>
      record(c, await activateOrganisation(c.var.work, c.req.param('id'))),
    )
    .post('/:id/lock', describe({ summary: 'Freeze its settings', ...one }), async (c) =>
      record(c, await lockOrganisation(c.var.work, c.req.param('id'))),
    )
    .post('/:id/unlock', describe({ summary: 'Take a lock off', ...one }), async (c) =>
      record(c, await unlockOrganisation(c.var.work, c.req.param('id'))),
    )
    .put(
      '/:id/access',
      describe({ summary: 'Open or close it to those above', ...one }),
      accept('json', SetManagementMode),
      async (c) =>
        record(c, await setManagementMode(c.var.work, c.req.param('id'), c.req.valid('json'))),
    )
    .get(
      '/:id/billing',
      describe({ summary: 'Read the billing profile', answer: Billing }),
      async (c) => record(c, await findBilling(c.var.work, c.req.param('id'))),
    )
    .patch(
      '/:id/billing',
      describe({
        summary: 'Change fields of the billing profile',
        header: 'If-Match',
        answer: Billing,
      }),
      accept('json', EditBilling),
      async (c) =>
        record(
          c,
          await editBilling(c.var.work, c.req.param('id'), c.req.valid('json'), expectedVersion(c)),
        ),
    )
    .get(
      '/:id/settings',
      describe({ summary: 'Read the settings', answer: OrganisationSettings }),
      async (c) => record(c, await findSettings(c.var.work, c.req.param('id'))),
    )
    .patch(
      '/:id/settings',
      describe({ summary: 'Change settings', header: 'If-Match', answer: OrganisationSettings }),
      accept('json', EditSettings),
      async (c) =>
        record(
          c,
          await editSettings(
            c.var.work,
            c.req.param('id'),
            c.req.valid('json'),
            expectedVersion(c),
          ),
        ),
    );
}
