import {
  ChangeGrant,
  ExplainQuery,
  Explanation,
  GiveGrant,
  Grant,
  TakeRole,
} from '../../shared/access/contract.ts';
import { MovePreview } from '../../shared/access/move-preview-contract.ts';
import { pageOf } from '../../shared/core/paging.ts';
import { MoveOrganisation } from '../../shared/organisations/contract.ts';
import { accept, created, describe, expectedVersion, record } from '../core/http/accept.ts';
import { createRouter } from '../core/http/router.ts';
import { changeGrant } from './change-grant.ts';
import { explainAccess } from './explain-access.ts';
import { giveGrant } from './give-grant.ts';
import { listGrantsAt, listGrantsOf } from './list-grants.ts';
import { previewMove } from './preview-move.ts';
import { revokeGrant } from './revoke-grant.ts';

/** Roles and decisions, below `/api`. */
export function accessRoutes() {
  return createRouter()
    .get(
      '/organisations/:id/grants',
      describe({ summary: 'List who holds a role here', answer: pageOf(Grant) }),
      async (c) => c.json(await listGrantsAt(c.var.work, c.req.param('id'))),
    )
    .get(
      '/accounts/:id/grants',
      describe({ summary: 'List the roles of an account', answer: pageOf(Grant) }),
      async (c) => c.json(await listGrantsOf(c.var.work, c.req.param('id'))),
    )
    .post(
      '/accounts/:id/grants',
      describe({
        summary: 'Give an account a role',
        answer: Grant,
        status: 201,
        header: 'Idempotency-Key',
      }),
      accept('json', GiveGrant),
      async (c) =>
        created(c, 'grants', await giveGrant(c.var.work, c.req.param('id'), c.req.valid('json'))),
    )
    .patch(
      '/grants/:id',
      describe({ summary: 'Make a role another one', answer: Grant, header: 'If-Match' }),
      accept('json', ChangeGrant),
      async (c) => {
        const edit = { patch: c.req.valid('json'), expected: expectedVersion(c) };
        return record(c, await changeGrant(c.var.work, c.req.param('id'), edit));
      },
    )
    .delete(
      '/grants/:id',
      describe({
        summary: 'Take a role away, and cancel open invitations that were made by it to roles',
      }),
      accept('query', TakeRole),
      async (c) => {
        await revokeGrant(c.var.work, c.req.param('id'), c.req.valid('query'));
        return c.body(null, 204);
      },
    )
    .post(
      '/organisations/:id/move/preview',
      describe({ summary: 'Say what a move would change, without moving', answer: MovePreview }),
      accept('json', MoveOrganisation),
      async (c) => c.json(await previewMove(c.var.work, c.req.param('id'), c.req.valid('json'))),
    )
    .get(
      '/access/explain',
      describe({ summary: 'Say whether an action is allowed, and why', answer: Explanation }),
      accept('query', ExplainQuery),
      async (c) => c.json(await explainAccess(c.var.work, c.req.valid('query'))),
    );
}
